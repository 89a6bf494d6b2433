package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class AllProcesses extends EffectRule {

    AllProcesses() {
        super(
                Strength.HARD,
                Set.of(Topic.SIGNAL),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # all-processes: every process would be stopped, or the first one

                        It ends the user's session, the machine, or both.

                        deny: kill -9 -1
                        deny: kill -9 1
                        allow: kill %1
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Signal(var whom, var target, _, _)
                        && (whom == Effect.Signal.Whom.ALL
                                || target.equals("1")
                                || target.equals("-1"))
                ? Optional.of(found(effect, "every process, or the first one, would be stopped"))
                : Optional.empty();
    }
}
