package dev.cattlegrid.policy.rule;

import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A rule that looks at how the texts of a call look; one finding a text.
abstract class TextRule extends PagedRule {
    TextRule(Strength strength, About about) {
        super(strength, Set.of(Topic.CALL), about);
    }

    /// What is wrong with how a text looks.
    abstract Optional<Finding> look(String text, Facts facts);

    @Override
    public Stream<Finding> look(Facts facts) {
        return Texts.of(facts.call()).stream().flatMap(text -> look(text, facts).stream());
    }

    final Finding found(Facts facts, int at, String reason) {
        return Finding.of(this, Texts.shown(Texts.at(facts.call(), at, 1)), reason);
    }
}
