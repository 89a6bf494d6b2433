package dev.cattlegrid.typed;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Rule;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.rule.Shared;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A rule that people write and that stops calls.
///
/// @param from the file that it stands in
record TypedRule(Draft draft, String from) implements Rule {
    @Override
    public About about() {
        return draft.about(from);
    }

    @Override
    public Strength strength() {
        return draft.power().strength();
    }

    @Override
    public Set<Topic> topics() {
        return draft.topics();
    }

    /// What it finds, then its failure where it fails: what it has found counts all the same.
    @Override
    public Stream<Finding> look(Facts facts) {
        var found = new ArrayList<Finding>();
        Optional<RuntimeException> failure = Optional.empty();
        var values = new Values(facts);
        int[] fuel = {Evaluation.FUEL};
        for (Step step : facts.steps()) {
            try {
                if (draft.matches(step.effect(), Values.isCertain(step), values, fuel)) {
                    found.add(finding(step.effect(), facts));
                }
            } catch (Draft.Failed problem) {
                failure = Optional.of(problem);
            }
        }
        Stream<Finding> failed =
                failure.stream()
                        .map(problem -> {
                            throw problem;
                        });
        return Stream.concat(found.stream(), failed);
    }

    private Finding finding(Effect effect, Facts facts) {
        Finding finding = Finding.of(this, effect, draft.reason());
        if (draft.clears().isEmpty() || draft.power() == Power.HARD) {
            return finding;
        }
        Finding cleared = finding.clearedBy(draft.clears().get());
        return facts.ledger().wishes().isEmpty()
                ? cleared
                : cleared.wanting(Shared.wanted(effect, facts));
    }
}
