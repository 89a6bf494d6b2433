/// Bench: how fast the gate is, measured with JMH.
///
/// In: nothing. Out: numbers.
/// Knows: `shell`.
@NullMarked
package dev.cattlegrid.bench;

import org.jspecify.annotations.NullMarked;
