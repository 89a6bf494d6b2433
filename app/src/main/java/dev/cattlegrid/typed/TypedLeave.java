package dev.cattlegrid.typed;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.policy.Clearing;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import java.util.Optional;

/// A rule that people write and that lets the very effects pass that its condition names. What cannot be cleared at all the
/// policy does not ask it about.
///
/// @param from the file that it stands in
record TypedLeave(Draft draft, String from) implements Clearing {
    @Override
    public Optional<Clearance> clears(Finding finding, Facts facts) {
        return vouches(finding.effect(), facts);
    }

    @Override
    public Optional<Clearance> vouches(Effect effect, Facts facts) {
        Optional<Step> step =
                facts.steps().stream().filter(each -> each.effect().equals(effect)).findFirst();
        return step.isPresent() && matches(step.get(), facts)
                ? Optional.of(new Clearance(Clearance.By.RULE, "", cited()))
                : Optional.empty();
    }

    private boolean matches(Step step, Facts facts) {
        try {
            return draft.matches(
                    step.effect(),
                    Values.isCertain(step),
                    new Values(facts),
                    new int[] {Evaluation.FUEL});
        } catch (Draft.Failed _) {
            return false;
        }
    }

    /// As a decision cites it.
    String cited() {
        return "the rule `%s` allows it: %s".formatted(draft.name(), draft.reason());
    }
}
