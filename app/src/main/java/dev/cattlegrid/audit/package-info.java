/// Audit: every decision written down once, and found again.
///
/// In: a call and its decision. Out: an entry of the record, before the answer is given; later the same entry again.
/// Knows: `call`, `flow`, `json`, `policy`, `screen`.
@NullMarked
package dev.cattlegrid.audit;

import org.jspecify.annotations.NullMarked;
