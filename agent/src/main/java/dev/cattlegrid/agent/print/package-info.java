/// Print: a session without a screen: one prompt and its answer, or line by line.
///
/// In: what happens. Out: lines for a person, or JSON for a program.
/// Knows: `agent.talk`, `agent.tool`, `agent.voice`, `call`, `door`, `json`, `screen`, `session`.
@NullMarked
package dev.cattlegrid.agent.print;

import org.jspecify.annotations.NullMarked;
