package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Step;
import java.util.List;

/// Something that happened in a session.
public sealed interface Event {
    /// The gate gave an answer.
    ///
    /// @param call the call in its own words, cut to a line
    /// @param steps what it would do
    /// @param refused the effects for which it was refused; empty where it was not
    /// @param reason why, in the words that the agent was told
    record Decided(
            String call, Answer answer, List<Step> steps, List<Effect> refused, String reason)
            implements Event {
        public Decided {
            steps = List.copyOf(steps);
            refused = List.copyOf(refused);
        }

        public enum Answer {
            ALLOWED,
            ASKED,
            REFUSED,
            /// The gate itself failed or could not be asked: that says nothing of the agent.
            FAILED
        }
    }

    /// A person let the call pass that was refused in these words.
    record Cleared(String call) implements Event {}
}
