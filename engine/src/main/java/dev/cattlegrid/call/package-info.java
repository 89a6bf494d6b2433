/// Call: what an agent asks to do, in the words every agent shares.
///
/// In: nothing; doors make calls. Out: a tool call with its origin.
/// Knows: nothing.
@NullMarked
package dev.cattlegrid.call;

import org.jspecify.annotations.NullMarked;
