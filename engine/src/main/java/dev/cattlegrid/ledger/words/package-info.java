/// Words: a person's words, read for what they forbid, order and lift.
///
/// In: a message. Out: statements, in their order; what is not understood is in none of them.
/// Knows: nothing.
@NullMarked
package dev.cattlegrid.ledger.words;

import org.jspecify.annotations.NullMarked;
