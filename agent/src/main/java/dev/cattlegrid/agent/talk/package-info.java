/// Talk: a session of the agent: what a person says, what the model does about it, and what the gate makes of that.
///
/// In: what a person does. Out: what happens, as it happens; the session on the disk.
/// Knows: `agent.tool`, `agent.voice`, `audit`, `call`, `door`, `json`, `policy`, `sandbox`, `screen`, `session`.
@NullMarked
package dev.cattlegrid.agent.talk;

import org.jspecify.annotations.NullMarked;
