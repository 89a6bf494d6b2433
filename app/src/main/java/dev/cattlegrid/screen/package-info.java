/// Screen: ways to look: a decision in words, on a terminal or as JSON.
///
/// In: decisions, effects, rules. Out: text that a terminal shows as it is meant, or plain values for JSON.
/// Knows: `call`, `effect`, `json`, `policy`, `shell`.
@NullMarked
package dev.cattlegrid.screen;

import org.jspecify.annotations.NullMarked;
