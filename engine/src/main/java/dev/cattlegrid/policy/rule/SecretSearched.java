package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class SecretSearched extends EffectRule {

    SecretSearched() {
        super(
                Strength.SOFT,
                Set.of(Topic.READ),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # secret-searched: secrets would be looked for in many places

                        A search for keys and passwords over directories gathers what no task needs at once.

                        deny: find / -name id_rsa
                        deny: cat ~/.ssh/*
                        allow: find . -name '*.go'
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Read(var place, _)
                        && place.is(Standing.SECRET)
                        && Wheres.isSweep(place)
                ? Optional.of(
                        found(effect, "secrets would be looked for in %s", name(place))
                                .clearedBy("name the one file that is needed"))
                : Optional.empty();
    }
}
