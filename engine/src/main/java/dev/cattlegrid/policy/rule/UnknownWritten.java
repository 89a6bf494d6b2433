package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class UnknownWritten extends EffectRule {

    UnknownWritten() {
        super(
                Strength.ASK,
                Set.of(Topic.WRITE, Topic.MOVE, Topic.LINK),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # unknown-written: something would be written, and it cannot be told where

                        The path depends on a value that is not known here.

                        ask: echo x > "$WHERE"
                        allow: OUT=out.txt; echo x > "$OUT"
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return Wheres.written(effect)
                .filter(place -> place.zone() == Zone.UNKNOWN || place.zone() == Zone.REMOTE)
                .filter(place -> !Wheres.isGuarded(place) && !Wheres.isHarmlessTarget(place))
                .filter(place -> !place.facts().ownWork())
                .filter(_ -> !Wheres.isEmptyDirectory(effect, facts))
                .map(place ->
                        found(
                                        effect,
                                        "it cannot be told where %s leads, and it would be written",
                                        name(place))
                                .clearedBy("write the path out"));
    }
}
