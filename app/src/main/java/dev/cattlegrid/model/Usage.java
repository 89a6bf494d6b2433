package dev.cattlegrid.model;

/// What an answer cost.
///
/// @param prompt tokens that were sent, those of the cache included
/// @param cached those that the provider's cache had
/// @param answer tokens that came back
public record Usage(int prompt, int cached, int answer) {
    public static final Usage NONE = new Usage(0, 0, 0);

    public Usage and(Usage other) {
        return new Usage(prompt + other.prompt, cached + other.cached, answer + other.answer);
    }
}
