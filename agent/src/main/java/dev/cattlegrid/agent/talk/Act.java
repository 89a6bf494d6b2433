package dev.cattlegrid.agent.talk;

import dev.cattlegrid.call.Origin;
import java.util.Optional;

/// What a person can do in a session.
public sealed interface Act {
    /// Words for the model. While it is busy they wait.
    record Prompt(String text) implements Act {}

    /// Break off what is under way; what was said and done stays.
    record Interrupt() implements Act {}

    record Mode(Origin.Mode mode) implements Act {}

    /// Another model from the next answer on.
    record Model(String name) implements Act {}

    /// An answer to [Happening.Asked].
    ///
    /// @param word to the model, with a no
    record Answer(int number, Kind kind, Optional<String> word) implements Act {
        public enum Kind {
            ONCE,
            /// And what it does, as long as the session lives, as it was shown.
            ALWAYS,
            NO
        }
    }

    /// An answer to [Happening.Wondered].
    record Reply(int number, String text) implements Act {}

    /// Let a call pass that was refused before, once, when the model tries it again.
    record Allow(Happening.Refusal refusal) implements Act {}

    /// Sum up what was said so far.
    record Compact() implements Act {}

    /// Forget what was said; what the person forbade and allowed stays.
    record Clear() implements Act {}

    record Quit() implements Act {}
}
