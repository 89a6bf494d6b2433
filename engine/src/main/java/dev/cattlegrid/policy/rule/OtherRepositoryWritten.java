package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class OtherRepositoryWritten extends EffectRule {

    OtherRepositoryWritten() {
        super(
                Strength.ASK,
                Set.of(Topic.WRITE, Topic.MOVE, Topic.LINK),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # other-repository-written: something in another repository would be written

                        The session works in one project; another one of the user's has its own state and its own people.

                        ask: echo x > ~/src/other/notes.md
                        allow: echo x > notes.md
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return Wheres.written(effect)
                .filter(place -> place.zone() == Zone.OTHER_REPOSITORY)
                .filter(place -> !facts.environment().trusts(place))
                .filter(place -> !Wheres.isGuarded(place) && !Wheres.isHarmlessTarget(place))
                .filter(place -> !Wheres.isDestroyed(effect) && !place.facts().ownWork())
                .filter(_ -> !Wheres.isEmptyDirectory(effect, facts))
                .map(place ->
                        found(effect, "%s is in another repository", name(place))
                                .clearedBy("say that " + name(place) + " may be written"));
    }
}
