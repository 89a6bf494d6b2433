/// Model: a language model of any provider, asked once and answered in time, or not at all.
///
/// In: what is said to it. Out: what it says, or why it says nothing.
/// Knows: `audit`.
@NullMarked
package dev.cattlegrid.model;

import org.jspecify.annotations.NullMarked;
