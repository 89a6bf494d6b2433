package dev.cattlegrid.host;

import dev.cattlegrid.call.ToolCall;
import java.util.List;

/// What a host's words about a tool call come to.
public sealed interface Asked {
    /// @param calls at least one; a patch that touches several files is several calls
    record Calls(List<ToolCall> calls) implements Asked {
        public Calls {
            calls = List.copyOf(calls);
            if (calls.isEmpty()) {
                throw new IllegalArgumentException("no call");
            }
        }
    }

    /// It cannot be a call that anyone could run, or not one that can be judged: it is refused.
    ///
    /// @param why one lower-case sentence without a full stop
    record Refused(String why) implements Asked {}

    static Asked one(ToolCall call) {
        return new Calls(List.of(call));
    }
}
