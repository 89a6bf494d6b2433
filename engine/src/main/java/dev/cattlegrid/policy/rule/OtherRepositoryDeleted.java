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

final class OtherRepositoryDeleted extends EffectRule {

    OtherRepositoryDeleted() {
        super(
                Strength.SOFT,
                Set.of(Topic.DELETE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # other-repository-deleted: something in another repository would be deleted

                        The task is about this workspace. Another repository of the user may hold work that nobody has saved.

                        deny: rm -rf ~/src/other/lib
                        allow: rm -rf dist
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Delete(var place, _, _)
                        && place.zone() == Zone.OTHER_REPOSITORY
                        && !Wheres.isGuarded(place)
                        && !Wheres.isHarmlessTarget(place)
                        && !place.facts().ownWork()
                ? Optional.of(
                        found(
                                        effect,
                                        "%s is in another repository and would be deleted",
                                        name(place))
                                .clearedBy("say by name that " + name(place) + " may be deleted"))
                : Optional.empty();
    }
}
