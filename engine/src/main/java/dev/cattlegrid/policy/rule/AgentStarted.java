package dev.cattlegrid.policy.rule;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class AgentStarted extends EffectRule {

    AgentStarted() {
        super(
                Strength.ASK,
                Set.of(Topic.SPAWN),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # agent-started: another agent would be started with a task of its own

                        It would act with its own tools and settings.

                        ask: claude -p 'fix the tests'
                        allow: claude --version
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Spawn(var agent, var approvalsOff, _)
                        && !approvalsOff
                        && !(facts.call() instanceof ToolCall.Spawn)
                ? Optional.of(
                        found(
                                        effect,
                                        "%s would start on a task of its own",
                                        or(agent, "another agent"))
                                .clearedBy("say that another agent may be started"))
                : Optional.empty();
    }
}
