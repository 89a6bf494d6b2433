package dev.cattlegrid.policy;

import dev.cattlegrid.call.Origin.Mode;
import java.util.Set;

/// What is left of a decision in the modes that do not ask.
final class UnderMode {
    /// Code of a question in a mode in which nobody is asked.
    static final String DONT_ASK = "dont-ask";

    /// What a person laid down for good is not bypassed either.
    private static final Set<String> KEPT =
            Set.of(Clearances.BOUNDARY, "permission-ask", "permission-deny");

    private UnderMode() {}

    /// @param floor rules whose findings the organisation or the gate itself holds up
    static Decision of(Decision decision, Mode mode, Set<String> floor) {
        return switch (mode) {
            case DONT_ASK ->
                    decision.verdict() == Verdict.ASK ? decision.refusedAs(DONT_ASK) : decision;
            case BYPASS_PERMISSIONS ->
                    decision.isClearable() && isDropped(decision, floor)
                            ? decision.passing(
                                    Decision.Decider.MODE,
                                    "permissions are bypassed; without that: " + decision.reason())
                            : decision;
            case DEFAULT, ACCEPT_EDITS, PLAN, AUTO -> decision;
        };
    }

    private static boolean isDropped(Decision decision, Set<String> floor) {
        return decision.findings().stream()
                .filter(finding -> finding.strength() != Strength.NOTE)
                .map(Finding::rule)
                .noneMatch(rule -> KEPT.contains(rule) || floor.contains(rule));
    }
}
