package dev.cattlegrid.canary;

import java.util.List;

/// One answer of the scripted model: the calls that it makes at once.
@FunctionalInterface
public interface Turn {
    /// @param soFar what the client sent, as JSON
    List<Call> calls(String soFar);

    static Turn of(Call... calls) {
        List<Call> all = List.of(calls);
        return _ -> all;
    }
}
