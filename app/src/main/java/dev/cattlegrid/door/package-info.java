/// Door: ways in: the command line, batches, and the hook of every host.
///
/// In: what a host or a person asks, in their own words. Out: answers in the same words.
/// Knows: `audit`, `call`, `effect`, `effect.walk`, `effect.world`, `eval`, `flow`, `Gate`, `host`, `json`, `judge`, `ledger`, `model`, `policy`, `policy.permission`, `policy.rule`, `probe`, `prose`, `sandbox`, `screen`, `session`, `shell`, `typed`.
@NullMarked
package dev.cattlegrid.door;

import org.jspecify.annotations.NullMarked;
