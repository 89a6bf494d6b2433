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

final class ScratchSwept extends EffectRule {

    ScratchSwept() {
        super(
                Strength.SOFT,
                Set.of(Topic.DELETE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # scratch-swept: the directory for temporary files would be swept

                        Other programs and other agents keep their files there too. Delete the entries that this work made, by name.

                        deny: rm -rf /tmp/*
                        deny: rm -rf /tmp
                        allow: rm -rf /tmp/build-output
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Delete(var place, _, _)
                        && place.zone() == Zone.SCRATCH
                        && Wheres.isScratchRoot(place)
                        && !Wheres.isGuarded(place)
                ? Optional.of(
                        found(
                                        effect,
                                        "%s holds files of others too and would be swept",
                                        name(place))
                                .clearedBy("name the entries that may be deleted"))
                : Optional.empty();
    }
}
