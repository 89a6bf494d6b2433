package dev.cattlegrid.policy.rule;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
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
                        ask: grep -rn AKIA ~/.config
                        allow: cat .env.example
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
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
        return read.filter(place -> !Wheres.isSweep(place))
                .flatMap(place ->
                        place.is(Standing.SECRET)
                                ? Optional.of(of(effect, place, "holds secrets, and they"))
                                : isKeeper(effect, place, facts)
                                        ? Optional.of(
                                                of(
                                                        effect,
                                                        place,
                                                        "keeps secrets among other things, and all of it"))
                                        : Optional.empty());
    }

    private Finding of(Effect effect, Place place, String what) {
        return found(effect, "%s %s would be read", name(place), what)
                .clearedBy("say that " + name(place) + " may be read");
    }

    /// The whole of a directory, secrets and all. A home that is the workspace is what the work is about.
    private static boolean isKeeper(Effect effect, Place place, Facts facts) {
        boolean names =
                facts.call() instanceof ToolCall.Search search
                        && search.kind() != ToolCall.Search.Kind.CONTENT;
        return effect instanceof Effect.Read
                && !names
                && (place.is(Standing.KEEPS_SECRETS) && place.zone() != Zone.WORKSPACE
                        || place.path().equals("/"));
    }
}
