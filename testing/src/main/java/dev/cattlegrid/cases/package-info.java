/// Cases: tables that a person can read, run as tests.
///
/// In: the text files under `cases/` and a function from text to lines. Out: a test for each case.
/// Knows: nothing.
@NullMarked
package dev.cattlegrid.cases;

import org.jspecify.annotations.NullMarked;
