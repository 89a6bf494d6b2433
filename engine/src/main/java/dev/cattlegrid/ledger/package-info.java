/// Ledger: what a session remembers: wishes, refusals, own work, taint.
///
/// In: events of a session. Out: an immutable value that policy reads.
/// Knows: nothing.
@NullMarked
package dev.cattlegrid.ledger;

import org.jspecify.annotations.NullMarked;
