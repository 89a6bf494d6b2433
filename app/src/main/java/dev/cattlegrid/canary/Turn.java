package dev.cattlegrid.canary;

import java.util.List;

/// One answer of the scripted model: the calls that it makes at once.
@FunctionalInterface
public interface Turn {
    /// @param soFar what the client sent, as JSON
    List<Call> calls(String soFar);

    /// What it says before it makes them; where it makes none, these are its last words.
    default String words() {
        return "";
    }

    static Turn of(Call... calls) {
        List<Call> all = List.of(calls);
        return _ -> all;
    }

    /// One that also says something.
    static Turn saying(String words, Call... calls) {
        List<Call> all = List.of(calls);
        return new Turn() {
            @Override
            public List<Call> calls(String soFar) {
                return all;
            }

            @Override
            public String words() {
                return words;
            }
        };
    }
}
