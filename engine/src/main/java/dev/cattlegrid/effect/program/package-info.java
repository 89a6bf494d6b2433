/// Program: what programs do with their arguments, from cards and, where a card cannot say it, from readers.
///
/// In: one invocation, its words already valued. Out: its steps and what it writes to standard output.
/// Knows: `effect`, `effect.world`, `shell`.
@NullMarked
package dev.cattlegrid.effect.program;

import org.jspecify.annotations.NullMarked;
