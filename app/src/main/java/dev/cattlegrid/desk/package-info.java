/// Desk: where a person answers what the gate leaves to them: tickets, grants, boundaries.
///
/// In: what a person types at a terminal. Out: signed answers in the store.
/// Knows: `audit`, `door`, `json`, `ledger`, `screen`, `session`.
@NullMarked
package dev.cattlegrid.desk;

import org.jspecify.annotations.NullMarked;
