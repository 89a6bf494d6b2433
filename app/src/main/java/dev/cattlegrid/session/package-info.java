/// Session: what is kept between calls: each session's ledger, and what a person let pass.
///
/// In: events of a session. Out: its ledger, the same after a restart.
/// Knows: `audit`, `json`, `ledger`, `policy`.
@NullMarked
package dev.cattlegrid.session;

import org.jspecify.annotations.NullMarked;
