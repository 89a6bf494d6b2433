package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import java.util.Optional;

final class TraceWiped extends EffectRule {

    TraceWiped() {
        super(
                Strength.SOFT,
                Wheres.CHANGES,
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # trace-wiped: a log or a history would be wiped

                        Logs say what happened when something goes wrong. Nobody but their owner should cut them.

                        deny: rm -rf /var/log/nginx
                        deny: cat /dev/null > ~/.bash_history
                        deny: history -c
                        allow: tail /var/log/syslog
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        boolean adds =
                effect instanceof Effect.Write(_, var manner, _, _)
                        && manner == Effect.Write.Manner.APPEND;
        return Wheres.changed(effect).stream()
                .filter(place ->
                        place.is(Standing.AUDIT_TRAIL) && !place.is(Standing.GATE) && !adds)
                .filter(place -> place.zone() != Zone.WORKSPACE && !place.facts().ownWork())
                .findFirst()
                .map(place ->
                        found(effect, "%s keeps a record of what happened", name(place))
                                .clearedBy("say by name that " + name(place) + " may be wiped"));
    }
}
