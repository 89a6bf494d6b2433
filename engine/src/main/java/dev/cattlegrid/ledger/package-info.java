/// Ledger: what a session remembers: wishes, refusals, own work, taint.
///
/// In: events of a session. Out: an immutable value that policy reads.
/// Knows: `effect`, `effect.world`, `flow`, `ledger.words`.
@NullMarked
package dev.cattlegrid.ledger;

import org.jspecify.annotations.NullMarked;
