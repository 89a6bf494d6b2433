/// Call: what an agent asks to do, in the words every agent shares.
///
/// In: what a door read from its host. Out: a tool call and where it comes from.
/// Knows: nothing.
@NullMarked
package dev.cattlegrid.call;

import org.jspecify.annotations.NullMarked;
