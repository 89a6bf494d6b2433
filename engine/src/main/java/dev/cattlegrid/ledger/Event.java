package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Step;
import java.util.List;
import java.util.Optional;

/// Something that happened in a session.
public sealed interface Event {
    /// The gate gave an answer.
    ///
    /// @param call the call in its own words, cut to a line
    /// @param steps what it would do
    /// @param refused the effects for which it was refused; empty where it was not
    /// @param reason why, in the words that the agent was told
    /// @param cited the numbers of the consents that it rests on
    record Decided(
            String call,
            Answer answer,
            List<Step> steps,
            List<Effect> refused,
            String reason,
            List<Integer> cited)
            implements Event {
        public Decided {
            steps = List.copyOf(steps);
            refused = List.copyOf(refused);
            cited = List.copyOf(cited);
        }

        /// One that rests on nobody's words.
        public Decided(
                String call, Answer answer, List<Step> steps, List<Effect> refused, String reason) {
            this(call, answer, steps, refused, reason, List.of());
        }

        public enum Answer {
            ALLOWED,
            ASKED,
            REFUSED,
            /// The gate itself failed or could not be asked: that says nothing of the agent.
            FAILED
        }
    }

    /// Something was said in the session.
    record Said(String text, Source source) implements Event {
        /// Whose words they are; where it cannot be told, they are not a person's.
        public enum Source {
            /// The host reports them as typed by a person, in this event.
            PERSON,
            /// The task of a subagent, or what an agent says.
            AGENT,
            TOOL,
            FILE,
            NOTIFICATION
        }
    }

    /// What a tool gave back held orders to the agent.
    ///
    /// @param from what gave it back, in words that may be shown
    /// @param file that it is the content of, by absolute path
    /// @param hosts that the orders name, lower case
    /// @param commands that they spell out, each on one line
    record Planted(String from, Optional<String> file, List<String> hosts, List<String> commands)
            implements Event {
        public Planted {
            hosts = List.copyOf(hosts);
            commands = List.copyOf(commands);
        }
    }

    /// A call that was allowed has failed, as its host says: what it would have made is not made.
    record Failed(String call) implements Event {}

    /// A person let the call pass that was refused in these words.
    record Cleared(String call) implements Event {}
}
