/// Bench: how fast the gate is, measured with JMH.
///
/// In: nothing. Out: numbers.
/// Knows: `call`, `effect.world`, `Gate`, `json`, `ledger`, `policy`, `policy.rule`, `probe`, `sandbox`, `shell`.
@NullMarked
package dev.cattlegrid.bench;

import org.jspecify.annotations.NullMarked;
