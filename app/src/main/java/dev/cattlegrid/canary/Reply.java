package dev.cattlegrid.canary;

import java.util.ArrayList;
import java.util.List;

/// What the model answers: words, or calls.
///
/// @param text may be empty where there are calls
record Reply(String text, List<Made> calls) {
    record Made(String id, Call call) {}

    static Reply saying(String text) {
        return new Reply(text, List.of());
    }

    /// @param words said before the calls; may be empty
    static Reply calling(int part, int turn, String words, List<Call> calls) {
        var made = new ArrayList<Made>();
        for (Call call : calls) {
            made.add(new Made(new Step(part, turn, made.size()).id(), call));
        }
        return new Reply(words, List.copyOf(made));
    }
}
