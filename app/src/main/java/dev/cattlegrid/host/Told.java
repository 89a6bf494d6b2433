package dev.cattlegrid.host;

import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.screen.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A decision in the words that go back to an agent: why, what would clear it, what is allowed instead.
public final class Told {
    private static final int LONGEST = 2_000;

    private Told() {}

    /// @param ticket by which a person can let the call pass
    /// @param id of the entry in the record
    public static String of(Decision decision, Optional<String> ticket, Optional<String> id) {
        var text = new StringBuilder("cattlegrid: ").append(decision.reason());
        decision.finding().ifPresent(finding -> append(finding, text));
        ticket.ifPresent(code ->
                text.append(". A person can let exactly this call pass: cattlegrid approve ")
                        .append(code));
        id.ifPresent(number -> text.append(". More: cattlegrid why ").append(number));
        return Shown.line(text.toString(), LONGEST).text();
    }

    /// What the agent is told beside the result of a call; empty where that is nothing.
    ///
    /// @param refused what an agent that it started was refused
    /// @param irregular what does not fit what the gate answered
    public static String beside(List<String> refused, List<String> irregular) {
        var all = new ArrayList<String>();
        if (!refused.isEmpty()) {
            all.add(
                    "cattlegrid: the agent that you started was refused on its way: "
                            + String.join("; ", refused)
                            + ". The same holds for you");
        }
        if (!irregular.isEmpty()) {
            all.add(
                    "cattlegrid: "
                            + String.join("; ", irregular)
                            + ". Tell the person: `cattlegrid doctor` says whether the gate is still asked");
        }
        return Shown.line(String.join(". ", all), LONGEST).text();
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
