package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class ProtectionWeakened extends EffectRule {

    ProtectionWeakened() {
        super(
                Strength.SOFT,
                Set.of(Topic.ADMINISTER),
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # protection-weakened: a protection of the machine would be weakened

                        Firewalls, access control and logging are there for whoever owns the machine to switch off, not for a task.

                        deny: setenforce 0
                        deny: ufw disable
                        deny: set +o history
                        deny: unset HISTFILE
                        allow: ufw status
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect
                                instanceof
                                Effect.Administer(
                                        var area,
                                        var operation,
                                        var target,
                                        var gravity,
                                        _)
                        && gravity == Effect.Administer.Gravity.WEAKEN
                ? Optional.of(
                        found(
                                        effect,
                                        "`%s` would weaken a protection (%s%s)",
                                        operation,
                                        area,
                                        target.isEmpty() ? "" : " `" + target + "`")
                                .clearedBy("say by name which protection may be weakened"))
                : Optional.empty();
    }
}
