/// Eval: how often labelled calls get the right verdict, and how fast.
///
/// In: outcomes of labelled rows. Out: counts with their intervals, times, and the rows that went wrong.
/// Knows: `screen`.
@NullMarked
package dev.cattlegrid.eval;

import org.jspecify.annotations.NullMarked;
