/// Agent: the coding agent in the terminal, as a command line starts it.
///
/// In: the words of the command line that are no subcommand's. Out: a session, and an exit code.
/// Knows: `agent.mcp`, `agent.print`, `agent.sample`, `agent.screen`, `agent.talk`, `agent.tool`, `agent.voice`, `app`, `audit`, `call`, `door`, `json`, `sandbox`, `screen`.
@NullMarked
package dev.cattlegrid.agent;

import org.jspecify.annotations.NullMarked;
