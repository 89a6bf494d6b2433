/// Json: text to plain values, and back.
///
/// In: bytes or text from outside. Out: maps, lists, texts, numbers, truth values, or what is wrong with the text.
/// Knows: nothing.
@NullMarked
package dev.cattlegrid.json;

import org.jspecify.annotations.NullMarked;
