/// Voice: a model that talks, of any provider: messages and tools in, words and calls out.
///
/// In: what was said and done so far, and the tools there are. Out: words as they come, then calls and what it cost.
/// Knows: `json`, `model`.
@NullMarked
package dev.cattlegrid.agent.voice;

import org.jspecify.annotations.NullMarked;
