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

final class SystemWritten extends EffectRule {

    SystemWritten() {
        super(
                Strength.ASK,
                Set.of(Topic.WRITE, Topic.MOVE, Topic.LINK),
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # system-written: a file of the operating system would be written

                        Outside the project and outside a container, the system's directories belong to its package manager and its owner.
                        Where the system itself lives, that is found whoever runs the call. Elsewhere (`/opt`, `/src`) what the user's
                        own rights do not reach is not found: the write would only fail.

                        ask: cp tool /usr/local/bin/tool
                        ask: sudo git clone https://github.com/acme/tool /opt/tool
                        ask: cp tool /srv/tool
                        allow: git clone https://github.com/acme/tool /opt/tool
                        allow: cp tool bin/tool
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
        return Wheres.written(effect)
                .filter(place -> place.zone() == Zone.SYSTEM || place.zone() == Zone.REMOVABLE)
                .filter(place -> !facts.environment().trusts(place))
                .filter(place -> !Wheres.isGuarded(place) && !Wheres.isHarmlessTarget(place))
                .filter(place -> !Wheres.isDestroyed(effect))
                .filter(place -> !facts.isOutOfReach(place))
                .map(place ->
                        found(effect, "%s lies outside the project, in the system", name(place))
                                .clearedBy("say that " + name(place) + " may be written"));
    }
}
