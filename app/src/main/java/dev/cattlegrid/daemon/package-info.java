/// Daemon: one resident process a user, which answers hooks without starting a JVM for each.
///
/// In: payloads, over the loopback and a socket of the user's own. Out: the answers of the door, and word of how it is doing.
/// Knows: `audit`, `door`, `json`.
@NullMarked
package dev.cattlegrid.daemon;

import org.jspecify.annotations.NullMarked;
