package dev.cattlegrid.model;

/// What asking a model comes to.
public sealed interface Reply {
    Usage usage();

    /// @param cut whether it was not finished
    record Said(String text, boolean cut, Usage usage) implements Reply {}

    /// It would not answer.
    record Declined(Usage usage) implements Reply {}

    /// What came back is no answer of this provider.
    record Garbled() implements Reply {
        @Override
        public Usage usage() {
            return Usage.NONE;
        }
    }

    /// There is no answer.
    ///
    /// @param why one lower-case sentence without a full stop; nothing of what the provider wrote stands in it
    /// @param passing whether it may be otherwise the next time
    record Failed(String why, boolean passing) implements Reply {
        @Override
        public Usage usage() {
            return Usage.NONE;
        }
    }
}
