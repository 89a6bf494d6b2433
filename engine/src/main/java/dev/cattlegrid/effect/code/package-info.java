/// Code: inline code and scripts in languages other than the shell's, read for their effects.
///
/// In: a text and its language. Out: its steps.
/// Knows: `effect`, `effect.program`, `effect.world`, `shell`.
@NullMarked
package dev.cattlegrid.effect.code;

import org.jspecify.annotations.NullMarked;
