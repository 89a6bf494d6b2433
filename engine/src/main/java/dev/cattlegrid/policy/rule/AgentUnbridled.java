package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class AgentUnbridled extends EffectRule {

    AgentUnbridled() {
        super(
                Strength.SOFT,
                Set.of(Topic.SPAWN),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # agent-unbridled: another agent would be started that asks nobody

                        With approvals off it does whatever its model comes up with.

                        deny: claude -p 'fix it' --dangerously-skip-permissions
                        allow: claude --version
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Spawn(var agent, var approvalsOff, _) && approvalsOff
                ? Optional.of(
                        found(
                                        effect,
                                        "%s would act without asking anybody",
                                        or(agent, "another agent"))
                                .clearedBy("say that it may act without approvals"))
                : Optional.empty();
    }
}
