/// Stats: how much of the work the rules settle, and what the rest costs.
///
/// In: the record. Out: shares, questions, times and tokens.
/// Knows: `audit`, `door`, `eval`, `json`, `screen`.
@NullMarked
package dev.cattlegrid.stats;

import org.jspecify.annotations.NullMarked;
