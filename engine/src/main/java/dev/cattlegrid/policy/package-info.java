/// Policy: rules in layers; facts to a ruling: settled, or open.
///
/// In: a call, its steps, its flows, the ledger. Out: findings, and what they come to.
/// Knows: `call`, `effect`, `flow`, `ledger`, `ledger.words`, `shell`.
@NullMarked
package dev.cattlegrid.policy;

import org.jspecify.annotations.NullMarked;
