package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class KernelSettings extends EffectRule {

    KernelSettings() {
        super(
                Strength.SOFT,
                Set.of(Topic.WRITE),
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # kernel-settings: a setting of the kernel or of a process would be written

                        `/proc` and `/sys` are switches of the running system.

                        deny: echo 1 > /proc/sys/kernel/sysrq
                        allow: cat /proc/cpuinfo
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Write(var place, _, _, _)
                        && place.zone() == Zone.DEVICE
                        && !place.is(Standing.SINK)
                        && !place.path().startsWith("/dev/")
                ? Optional.of(
                        found(effect, "%s is a switch of the running system", name(place))
                                .clearedBy("say by name that " + name(place) + " may be set"))
                : Optional.empty();
    }
}
