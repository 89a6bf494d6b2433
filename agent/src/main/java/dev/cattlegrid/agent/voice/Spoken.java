package dev.cattlegrid.agent.voice;

import java.util.List;

/// What talking to a model comes to.
public sealed interface Spoken {
    /// @param cut whether it was not finished, since it may not be longer
    record Said(String text, List<Message.Call> calls, boolean cut, Usage usage) implements Spoken {
        public Said {
            calls = List.copyOf(calls);
        }
    }

    /// Broken off by the person.
    ///
    /// @param text as far as it had come
    record Stopped(String text) implements Spoken {}

    /// There is no answer.
    ///
    /// @param why one lower-case sentence without a full stop; nothing of what the provider wrote stands in it
    /// @param passing whether it may be otherwise the next time
    /// @param tooLong whether the conversation is longer than the model takes
    record Failed(String why, boolean passing, boolean tooLong) implements Spoken {}
}
