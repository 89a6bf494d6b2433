package dev.cattlegrid.policy;

import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.ledger.Streak;
import java.util.Optional;

/// When an agent that is refused again and again is brought before a person: a refusal that somebody could clear becomes
/// a question. One that nothing clears stays what it is.
///
/// @param inARow refusals since the last call that was allowed
/// @param inASession refusals in all; the same deeds refused again count once
public record Escalation(int inARow, int inASession) {
    /// As in the reference system.
    public static final Escalation USUAL = new Escalation(3, 20);

    /// Code of a decision that was a refusal and is a question by now.
    public static final String CODE = "escalated";

    public Escalation {
        if (inARow < 1 || inASession < 1) {
            throw new IllegalArgumentException("a person is brought in after one refusal at least");
        }
    }

    /// @param ledger as it was before the call
    public Decision of(Decision decision, Ledger ledger) {
        if (decision.verdict() != Verdict.DENY || !decision.isClearable()) {
            return decision;
        }
        Streak streak = ledger.after(decision.event("")).streak();
        if (streak.equals(ledger.streak())) {
            return decision;
        }
        Optional<String> why =
                streak.row() >= inARow
                        ? Optional.of("refused %d times in a row".formatted(streak.row()))
                        : streak.total() >= inASession
                                ? Optional.of(
                                        "refused %d times in this session"
                                                .formatted(streak.total()))
                                : Optional.empty();
        return why.map(count -> decision.asking(CODE, count + ", so a person has to look: "))
                .orElse(decision);
    }
}
