/// Prose: rules in words: the texts that come with the gate, and what an organisation and a user make of them.
///
/// In: lists of sentences, by layer. Out: the four lists that a judge reads, each sentence with where it comes from.
/// Knows: `Gate`, `policy`.
@NullMarked
package dev.cattlegrid.prose;

import org.jspecify.annotations.NullMarked;
