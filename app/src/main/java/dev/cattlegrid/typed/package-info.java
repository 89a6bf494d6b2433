/// Typed: the rules that people write with a condition, a strength and examples.
///
/// In: files of rules. Out: rules and leaves for a policy, or the first thing that is wrong, with file and line.
/// Knows: `call`, `effect`, `flow`, `Gate`, `json`, `policy`, `policy.rule`.
@NullMarked
package dev.cattlegrid.typed;

import org.jspecify.annotations.NullMarked;
