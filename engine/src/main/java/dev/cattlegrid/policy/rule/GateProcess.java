package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

final class GateProcess extends EffectRule {

    GateProcess() {
        super(
                Strength.HARD,
                Set.of(Topic.SIGNAL, Topic.ADMINISTER),
                About.of(
                        About.Group.GUARD_THE_GATE,
                        """
                        # gate-process: the gate's own process would be stopped

                        Without it nobody looks at what an agent does.

                        deny: pkill cattlegrid
                        deny: systemctl --user stop cattlegrid
                        allow: pgrep cattlegrid
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        String target =
                switch (effect) {
                    case Effect.Signal(_, var whom, _, _) -> whom;
                    case Effect.Administer(_, _, var what, _, _) -> what;
                    default -> "";
                };
        return foundIf(
                target.toLowerCase(Locale.ROOT).contains("cattlegrid"),
                effect,
                "`%s` is the gate itself",
                target);
    }
}
