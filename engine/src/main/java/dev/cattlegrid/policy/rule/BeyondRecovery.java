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

final class BeyondRecovery extends EffectRule {

    BeyondRecovery() {
        super(
                Strength.SOFT,
                Set.of(Topic.WRITE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # beyond-recovery: a file would be destroyed so that nothing can bring it back

                        Overwriting in place, as `shred` does, defeats backups, version control and undo.

                        deny: shred -u notes.txt
                        allow: rm -rf dist
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Write(var place, var manner, _, _)
                        && manner == Effect.Write.Manner.DESTROY
                        && place.zone() != Zone.DEVICE
                        && !Wheres.isGuarded(place)
                        && !Wheres.isHarmlessTarget(place)
                        && place.zone() != Zone.SCRATCH
                        && !place.facts().ownWork()
                ? Optional.of(
                        found(effect, "%s would be destroyed for good", name(place))
                                .clearedBy("say by name that " + name(place) + " may be destroyed"))
                : Optional.empty();
    }
}
