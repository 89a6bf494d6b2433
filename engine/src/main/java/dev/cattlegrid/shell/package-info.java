/// Shell: text to syntax tree, the way bash reads it, and back.
///
/// In: the text of a command. Out: a tree of commands and words with the place of each, or the first problem.
/// Knows: nothing.
@NullMarked
package dev.cattlegrid.shell;

import org.jspecify.annotations.NullMarked;
