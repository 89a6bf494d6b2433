package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class SystemDeleted extends EffectRule {

    SystemDeleted() {
        super(
                Strength.SOFT,
                Set.of(Topic.DELETE, Topic.MOVE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # system-deleted: a file of the operating system would be deleted or moved away

                        Programs and services need it, and no version control brings it back. The package manager removes what it installed.

                        deny: rm -rf /usr/lib/python3
                        deny: mv /usr/share/doc/bash /tmp/bash
                        allow: rm -f build/app.o
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        if (facts.contained()) {
            return Optional.empty();
        }
        Optional<Place> gone =
                switch (effect) {
                    case Effect.Delete(var place, _, _) -> Optional.of(place);
                    case Effect.Move(var from, _, _) -> Optional.of(from);
                    default -> Optional.empty();
                };
        return gone.filter(place -> place.zone() == Zone.SYSTEM || place.zone() == Zone.DEVICE)
                .filter(place -> !Wheres.isGuarded(place) && !Wheres.isHarmlessTarget(place))
                .filter(place -> !place.facts().ownWork())
                .map(place ->
                        found(effect, "%s belongs to the system and would be gone", name(place))
                                .clearedBy("say by name that " + name(place) + " may go"));
    }
}
