package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class SecretRead extends EffectRule {

    SecretRead() {
        super(
                Strength.ASK,
                Set.of(Topic.READ, Topic.LINK),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # secret-read: a file that holds secrets would be read

                        What is read reaches the agent, its model's provider and its logs. Names of the settings can be had from an example
                        file, without their values.

                        ask: cat .env
                        ask: cat ~/.aws/credentials
                        allow: cat .env.example
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        Optional<Place> read =
                switch (effect) {
                    case Effect.Read(var place, _) -> Optional.of(place);
                    // Under its other name nobody would know it again.
                    case Effect.Link(_, var target, _, _) -> Optional.of(target);
                    default -> Optional.empty();
                };
        return read.filter(place -> place.is(Standing.SECRET) && !Wheres.isSweep(place))
                .map(place ->
                        found(effect, "%s holds secrets, and they would be read", name(place))
                                .clearedBy("say that " + name(place) + " may be read"));
    }
}
