package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class MachineChanged extends EffectRule {

    MachineChanged() {
        super(
                Strength.ASK,
                Set.of(Topic.ADMINISTER),
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # machine-changed: a setting of the machine would be changed

                        Services, users, mounts and the like belong to the machine and its owner. In a container that holds nothing to lose
                        they are part of the work.

                        ask: systemctl restart nginx
                        ask: useradd deploy
                        allow: systemctl status nginx
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
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
                        && gravity == Effect.Administer.Gravity.CHANGE
                        && !facts.contained()
                ? Optional.of(
                        found(
                                        effect,
                                        "`%s` would change the machine (%s%s)",
                                        operation,
                                        area,
                                        target.isEmpty() ? "" : " `" + target + "`")
                                .clearedBy("say that this may be changed"))
                : Optional.empty();
    }
}
