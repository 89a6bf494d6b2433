/// World: what is true outside the call, looked at and never run, or assumed.
///
/// In: paths, patterns, names of variables. Out: places and facts, each with how it is known.
/// Knows: `effect`.
@NullMarked
package dev.cattlegrid.effect.world;

import org.jspecify.annotations.NullMarked;
