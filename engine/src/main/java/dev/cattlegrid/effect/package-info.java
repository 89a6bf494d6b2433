/// Effect: the words for what a call would touch: effects, places, values, data.
///
/// In: nothing; the rooms below make these values. Out: the vocabulary that flow and policy read.
/// Knows: `shell`.
@NullMarked
package dev.cattlegrid.effect;

import org.jspecify.annotations.NullMarked;
