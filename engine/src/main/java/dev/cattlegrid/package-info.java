/// Gate: the walk from what an agent asks to what it may do.
///
/// In: a tool call. Out: a decision with its reasons.
/// Knows: `call`, `effect`, `effect.walk`, `effect.world`, `flow`, `ledger`, `policy`, `policy.rule`, `probe`.
@NullMarked
package dev.cattlegrid;

import org.jspecify.annotations.NullMarked;
