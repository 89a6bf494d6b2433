/// Doctor: whether the gate is on the road: what is looked at, what is wrong, and the command that mends it.
///
/// In: this machine, its user's settings and the clients that are installed. Out: a report.
/// Knows: `audit`, `canary`, `daemon`, `door`, `host`, `json`, `model`, `screen`, `session`, `wiring`.
@NullMarked
package dev.cattlegrid.doctor;

import org.jspecify.annotations.NullMarked;
