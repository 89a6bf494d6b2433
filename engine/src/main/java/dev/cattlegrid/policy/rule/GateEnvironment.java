package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class GateEnvironment extends EffectRule {

    GateEnvironment() {
        super(
                Strength.HARD,
                Set.of(Topic.ADMINISTER),
                About.of(
                        About.Group.GUARD_THE_GATE,
                        """
                        # gate-environment: a variable of the gate's own would be set

                        Variables that begin with `CATTLEGRID_` are for people, who set them before they start the agent.

                        deny: export CATTLEGRID_HOME=/tmp/x
                        deny: env CATTLEGRID_OFF=1 ls
                        allow: ls
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {
        return effect instanceof Effect.Administer(var area, var operation, var name, _, _)
                        && area.equals("environment")
                        && operation.equals("set")
                ? Optional.of(found(effect, "`%s` is a variable of the gate's own", name))
                : Optional.empty();
    }
}
