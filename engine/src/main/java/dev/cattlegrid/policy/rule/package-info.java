/// Rule: the built-in rules, a file a rule, each with its page and its examples.
///
/// In: the facts of a call. Out: findings.
/// Knows: `call`, `effect`, `flow`, `ledger`, `ledger.words`, `policy`, `shell`.
@NullMarked
package dev.cattlegrid.policy.rule;

import org.jspecify.annotations.NullMarked;
