package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class GateAnswered extends EffectRule {

    GateAnswered() {
        super(
                Strength.HARD,
                Set.of(Topic.ADMINISTER),
                About.of(
                        About.Group.GUARD_THE_GATE,
                        """
                        # gate-answered: an agent would answer for the person, or set up the gate

                        Tickets, grants and the gate's wiring are for people, at a terminal of their own. An agent that could approve its own
                        calls would need no gate. What only looks is allowed.

                        deny: cattlegrid approve K7QF
                        deny: cattlegrid setup claude-code --remove
                        allow: cattlegrid tickets
                        allow: cattlegrid check 'rm -rf /'
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {
        return foundIf(
                effect instanceof Effect.Administer(var area, _, _, _, _) && area.equals("gate"),
                effect,
                "`cattlegrid %s` is for the person, outside the agent",
                effect instanceof Effect.Administer administer ? administer.operation() : "");
    }
}
