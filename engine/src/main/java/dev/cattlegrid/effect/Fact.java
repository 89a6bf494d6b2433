package dev.cattlegrid.effect;

/// Something the gate holds true, and how it knows.
public record Fact<T>(T value, Source source) {
    public enum Source {
        /// Looked at.
        OBSERVED,
        /// Taken from the assumed world.
        ASSUMED,
        /// Said by a host, a model, a repository: never widens anything.
        TOLD,
        /// Not known; the value is the most careful one.
        UNKNOWN
    }
}
