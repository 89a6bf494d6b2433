package dev.cattlegrid.policy;

import java.util.List;

/// What policy makes of the facts.
public sealed interface Ruling {
    record Settled(Decision decision) implements Ruling {}

    /// The rules leave it open: the judge is asked.
    record Open(Question question) implements Ruling {}

    /// @param facts all that is known
    /// @param findings what the rules said so far; any Ask or Soft among them may be cleared by the opinion
    /// @param open what no rule vouches for, in the user's words
    /// @param cited somebody's leave, which has cleared some of what was found
    record Question(
            Facts facts,
            List<Finding> findings,
            List<String> open,
            List<Clearing.Clearance> cited) {
        public Question {
            findings = List.copyOf(findings);
            open = List.copyOf(open);
            cited = List.copyOf(cited);
        }

        /// A question with nobody's leave.
        public Question(Facts facts, List<Finding> findings, List<String> open) {
            this(facts, findings, open, List.of());
        }
    }
}
