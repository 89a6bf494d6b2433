package dev.cattlegrid.agent.voice;

import java.util.function.Consumer;

/// A model that is talked with.
public interface Voice {
    /// As the provider names the model.
    String name();

    /// Does ahead what the first answer would wait for.
    default void getReady() {}

    /// Hands over all that was said so far and waits for what comes back.
    ///
    /// @param words told as they come
    /// @param stop by which the answer is broken off
    Spoken speak(Request request, Consumer<String> words, Stop stop);
}
