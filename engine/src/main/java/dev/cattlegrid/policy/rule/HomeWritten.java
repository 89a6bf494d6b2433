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

final class HomeWritten extends EffectRule {

    HomeWritten() {
        super(
                Strength.ASK,
                Set.of(Topic.WRITE, Topic.MOVE, Topic.LINK),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # home-written: a file of the user's outside the project would be written

                        Settings and documents in a home belong to the user, not to the task.

                        ask: echo x > ~/notes.txt
                        An empty directory is nothing yet.

                        ask: mkdir ~/.tool && echo x > ~/.tool/settings
                        allow: mkdir ~/.tool
                        allow: echo x > /tmp/notes.txt
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return Wheres.written(effect)
                .filter(place -> place.zone() == Zone.HOME)
                .filter(place -> !facts.environment().trusts(place))
                .filter(place -> !Wheres.isGuarded(place) && !Wheres.isHarmlessTarget(place))
                .filter(place -> !Wheres.isDestroyed(effect) && !place.facts().ownWork())
                .filter(_ -> !Wheres.isEmptyDirectory(effect, facts))
                .map(place ->
                        found(effect, "%s lies in the home, outside the project", name(place))
                                .clearedBy("say that " + name(place) + " may be written"));
    }
}
