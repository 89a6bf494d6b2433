/// Mcp: tools of other programs, which speak the Model Context Protocol over their standard input and output.
///
/// In: files that name servers. Out: their tools, each behind the gate like any other.
/// Knows: `agent.tool`, `agent.voice`, `audit`, `door`, `json`.
@NullMarked
package dev.cattlegrid.agent.mcp;

import org.jspecify.annotations.NullMarked;
