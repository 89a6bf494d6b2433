/// Host: what each agent's client sends to its hook, and the words in which it takes an answer.
///
/// In: a client's JSON. Out: calls, words of a person, ends of calls; and an answer as JSON again.
/// Knows: `call`, `json`, `policy`, `policy.permission`, `prose`, `screen`.
@NullMarked
package dev.cattlegrid.host;

import org.jspecify.annotations.NullMarked;
