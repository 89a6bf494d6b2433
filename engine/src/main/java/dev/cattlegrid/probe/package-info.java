/// Probe: text that a tool gave back, read for orders to the agent that reads it.
///
/// In: a text. Out: the signs in it that somebody other than the person gives orders, hides text, or asks for secrets.
/// Knows: `policy`, `shell`.
@NullMarked
package dev.cattlegrid.probe;

import org.jspecify.annotations.NullMarked;
