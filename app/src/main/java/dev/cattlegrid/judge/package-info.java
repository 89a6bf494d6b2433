/// Judge: a model's opinion on what the rules leave open.
///
/// In: an open question and the rules in words. Out: an opinion, or why there is none.
/// Knows: `audit`, `call`, `effect`, `flow`, `json`, `ledger`, `model`, `policy`, `screen`.
@NullMarked
package dev.cattlegrid.judge;

import org.jspecify.annotations.NullMarked;
