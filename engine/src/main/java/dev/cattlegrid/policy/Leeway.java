package dev.cattlegrid.policy;

import static dev.cattlegrid.policy.Clearances.BOUNDARY;
import static dev.cattlegrid.policy.Clearances.REFUSED_BEFORE;

import dev.cattlegrid.ledger.Refusals;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// What a judge may clear: Ask, Soft, and what nothing vouches for. What it may not: a Hard finding, the organisation's
/// floor, what the person forbade or wants to be asked about, the loss of something critical, whatever touches the gate.
/// What was refused before only by words that the person said since.
///
/// @param floor rules whose findings the organisation or the gate itself holds up
record Leeway(Set<String> floor) {
    private static final Set<String> OF_A_PERSON =
            Set.of(BOUNDARY, "permission-ask", "permission-deny", "permission-mode");

    /// The findings that stand whatever the judge says.
    List<Finding> standing(Ruling.Question question) {
        return weighing(question).filter(this::alwaysStands).toList();
    }

    /// The findings that stand against an opinion to allow.
    List<Finding> standing(Ruling.Question question, Consulted consulted) {
        return weighing(question)
                .filter(finding ->
                        alwaysStands(finding)
                                || finding.rule().equals(REFUSED_BEFORE)
                                        && !isSaidSince(finding, question, consulted.words()))
                .toList();
    }

    private static Stream<Finding> weighing(Ruling.Question question) {
        return question.findings().stream().filter(finding -> finding.strength() != Strength.NOTE);
    }

    private boolean alwaysStands(Finding finding) {
        return finding.strength() == Strength.HARD
                || OF_A_PERSON.contains(finding.rule())
                || floor.contains(finding.rule())
                || Clearances.isGuarded(finding.effect());
    }

    private static boolean isSaidSince(Finding finding, Ruling.Question question, String words) {
        var ledger = question.facts().ledger();
        OptionalInt said = ledger.story().saidAt(words);
        Optional<OptionalInt> refused =
                ledger.refusals()
                        .of(finding.effect())
                        .map(Refusals.Refusal::call)
                        .map(ledger.story()::refusedAt);
        return said.isPresent()
                && refused.isPresent()
                && refused.get().isPresent()
                && said.getAsInt() > refused.get().getAsInt();
    }
}
