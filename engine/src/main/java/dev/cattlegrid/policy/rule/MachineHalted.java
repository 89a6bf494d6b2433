package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class MachineHalted extends EffectRule {

    MachineHalted() {
        super(
                Strength.SOFT,
                Set.of(Topic.ADMINISTER),
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # machine-halted: the machine would be halted or made unusable

                        A shutdown, a full disk or a bomb of processes ends everybody's work on the machine.

                        deny: shutdown -h now
                        deny: :(){ :|:& };:
                        allow: uptime
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
                        && gravity == Effect.Administer.Gravity.DESTROY
                        && !area.startsWith("disk")
                        && !area.startsWith("volume")
                        && !target.startsWith("/dev/")
                ? Optional.of(
                        found(
                                        effect,
                                        "`%s` would halt or destroy %s",
                                        operation,
                                        or(target, "the machine"))
                                .clearedBy("say that the machine may be halted"))
                : Optional.empty();
    }
}
