/// Flow: effects to what could leak from where to where.
///
/// In: the steps of a call. Out: flows of secret or untrusted data into effects.
/// Knows: `effect`.
@NullMarked
package dev.cattlegrid.flow;

import org.jspecify.annotations.NullMarked;
