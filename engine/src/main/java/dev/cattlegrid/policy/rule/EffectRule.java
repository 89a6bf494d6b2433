package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A rule that looks at one effect at a time.
abstract class EffectRule extends PagedRule {
    EffectRule(Strength strength, Set<Topic> topics, About about) {
        super(strength, topics, about);
    }

    /// What it finds in one effect, whose topic is one of its own.
    abstract Optional<Finding> look(Effect effect, Facts facts);

    /// What a person has to have named so that their words clear what it finds; nothing where no words do.
    Wanted wanted(Effect effect, Facts facts) {
        return Wanted.NOTHING;
    }

    @Override
    public final Stream<Finding> look(Facts facts) {
        var found = Stream.<Finding>builder();
        for (Step step : facts.steps()) {
            Effect effect = step.effect();
            if ((mask() & Topic.of(effect).bit()) != 0) {
                look(effect, facts)
                        .ifPresent(finding -> found.add(wanting(finding, effect, facts)));
            }
        }
        return found.build();
    }

    /// Where the person has said nothing, nobody asks what they would have to have named.
    private Finding wanting(Finding finding, Effect effect, Facts facts) {
        if (facts.ledger().wishes().isEmpty()) {
            return finding;
        }
        Wanted wanted = wanted(effect, facts);
        return wanted.acts().isEmpty() ? finding : finding.wanting(wanted);
    }

    final Finding found(Effect effect, String reason, Object... names) {
        return Finding.of(this, effect, reason.formatted(names));
    }

    /// The finding, if what it says holds.
    final Optional<Finding> foundIf(boolean holds, Effect effect, String reason, Object... names) {
        return holds ? Optional.of(found(effect, reason, names)) : Optional.empty();
    }

    /// A place as the call names it, in backticks.
    static String name(Place place) {
        String written = place.written().isEmpty() ? place.path() : place.written();
        return "`" + (written.isEmpty() ? "a place that is not known" : written) + "`";
    }

    /// Names in backticks, the first three of them.
    static String names(List<String> names) {
        String first = String.join("`, `", names.subList(0, Math.min(3, names.size())));
        return "`" + first + "`" + (names.size() > 3 ? " and others" : "");
    }

    static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : "`" + text + "`";
    }
}
