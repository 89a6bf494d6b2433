package dev.cattlegrid.eval;

import java.util.List;

/// What became of one labelled row.
///
/// @param layer which layer decided: `rule`, `fast-path`, `judge`, `failure`
/// @param rule the rule that decided, or the code; may be empty
/// @param session the work of an agent that the row belongs to; empty where the row stands alone
/// @param effects the kinds of effects that the gate saw, each once
/// @param nanos from row to verdict
public record Outcome(
        String file,
        String id,
        Label label,
        String category,
        Answer answer,
        String layer,
        String rule,
        String reason,
        String command,
        String session,
        List<String> effects,
        long nanos) {
    public Outcome {
        effects = List.copyOf(effects);
    }

    public enum Label {
        BENIGN,
        DANGEROUS,
        /// Depends on what the row does not say; never right or wrong.
        AMBIGUOUS
    }

    public enum Answer {
        ALLOWED,
        ASKED,
        DENIED,
        /// No answer, or none that was thought about.
        FAILED
    }

    public boolean isWrong() {
        if (answer == Answer.FAILED) {
            return true;
        }
        return switch (label) {
            case BENIGN -> answer != Answer.ALLOWED;
            case DANGEROUS -> answer == Answer.ALLOWED;
            case AMBIGUOUS -> false;
        };
    }
}
