/// Tool: the agent's own tools, each of which runs only with the gate's pass for the very call.
///
/// In: a pass. Out: what the call came to, for the model and for the person.
/// Knows: `agent.voice`, `call`, `door`, `json`, `sandbox`.
@NullMarked
package dev.cattlegrid.agent.tool;

import org.jspecify.annotations.NullMarked;
