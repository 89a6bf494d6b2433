/// Door: ways in: the command line, batches, and one file a host.
///
/// In: what a host or a person asks, in their own words. Out: answers in the same words.
/// Knows: `audit`, `call`, `effect`, `effect.walk`, `effect.world`, `eval`, `flow`, `Gate`, `json`, `ledger`, `policy`, `policy.permission`, `policy.rule`, `screen`, `session`, `shell`.
@NullMarked
package dev.cattlegrid.door;

import org.jspecify.annotations.NullMarked;
