package dev.cattlegrid.sandbox;

/// What starting a command gives.
public sealed interface Launch {
    record Started(Running running) implements Launch {}

    /// Nothing runs.
    record Failed(Kind kind, String why) implements Launch {
        public enum Kind {
            NOT_FOUND,
            NOT_EXECUTABLE,
            /// The sandbox could not be set up, so that the command was not started.
            NOT_CONFINED
        }
    }
}
