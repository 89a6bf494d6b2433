/// Bench: how fast the gate is, measured with JMH.
///
/// In: nothing. Out: numbers.
/// Knows: `call`.
@NullMarked
package dev.cattlegrid.bench;

import org.jspecify.annotations.NullMarked;
