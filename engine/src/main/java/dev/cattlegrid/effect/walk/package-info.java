/// Walk: a call to its steps, by an abstract interpreter of the shell that runs nothing.
///
/// In: a tool call and the world it is read against. Out: steps, in the order in which they would happen.
/// Knows: `call`, `effect`, `effect.code`, `effect.program`, `effect.world`, `shell`.
@NullMarked
package dev.cattlegrid.effect.walk;

import org.jspecify.annotations.NullMarked;
