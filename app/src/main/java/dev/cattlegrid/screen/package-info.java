/// Screen: ways to look: a decision in words, on a terminal or as JSON.
///
/// In: decisions, effects, rules, what was found in a text. Out: text that a terminal shows as it is meant, or plain values for JSON.
/// Knows: `call`, `effect`, `json`, `policy`, `probe`, `shell`.
@NullMarked
package dev.cattlegrid.screen;

import org.jspecify.annotations.NullMarked;
