/// Canary: a scripted model on the loopback and a throw-away home, by which a real client shows that the gate stops a call.
///
/// In: an agent's program and what a model is to say. Out: what the client was told of each call, and what came of it.
/// Knows: nothing.
@NullMarked
package dev.cattlegrid.canary;

import org.jspecify.annotations.NullMarked;
