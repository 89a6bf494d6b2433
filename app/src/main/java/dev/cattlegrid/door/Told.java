package dev.cattlegrid.door;

import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.screen.Shown;
import java.util.Optional;

/// A decision in the words that go back to an agent: why, what would clear it, what is allowed instead.
final class Told {
    private static final int LONGEST = 2_000;

    private Told() {}

    /// @param id of the record
    static String of(Decision decision, Optional<String> id) {
        var text = new StringBuilder("cattlegrid: ").append(decision.reason());
        decision.finding().ifPresent(finding -> append(finding, text));
        id.ifPresent(number -> text.append(". More: cattlegrid why ").append(number));
        return Shown.line(text.toString(), LONGEST).text();
    }

    private static void append(Finding finding, StringBuilder text) {
        text.append(" (rule ").append(finding.rule()).append(")");
        if (!finding.facts().isEmpty()) {
            text.append("; checked: ").append(String.join("; ", finding.facts()));
        }
        finding.alternative().ifPresent(way -> text.append(". Instead: ").append(way));
        finding.clears().ifPresent(what -> text.append(". What clears it: ").append(what));
    }
}
