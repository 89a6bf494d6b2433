package dev.cattlegrid.agent.voice;

/// What an answer cost, in tokens.
///
/// @param prompt sent, those of the cache included
/// @param cached of those, what the provider's cache had
/// @param answer that came back
public record Usage(long prompt, long cached, long answer) {
    public static final Usage NONE = new Usage(0, 0, 0);

    public Usage and(Usage other) {
        return new Usage(prompt + other.prompt, cached + other.cached, answer + other.answer);
    }
}
