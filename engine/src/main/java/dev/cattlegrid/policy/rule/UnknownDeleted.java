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

final class UnknownDeleted extends EffectRule {

    UnknownDeleted() {
        super(
                Strength.ASK,
                Set.of(Topic.DELETE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # unknown-deleted: something would be deleted, and it cannot be told what

                        The path depends on a value that is not known here. If it is empty or wrong, anything may be hit.

                        ask: rm -rf "$TARGET"
                        ask: rm -rf "$(cat list.txt)"
                        allow: D=build; rm -rf "$D"
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Delete(var place, _, _)
                        && place.zone() == Zone.UNKNOWN
                        && !Wheres.isGuarded(place)
                        && !place.facts().ownWork()
                ? Optional.of(
                        found(
                                        effect,
                                        "it cannot be told what %s is, and it would be deleted",
                                        name(place))
                                .clearedBy("write the path out"))
                : Optional.empty();
    }
}
