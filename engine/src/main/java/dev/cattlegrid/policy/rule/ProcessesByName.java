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

final class ProcessesByName extends EffectRule {

    ProcessesByName() {
        super(
                Strength.ASK,
                Set.of(Topic.SIGNAL),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # processes-by-name: processes that this call did not start would be stopped

                        A name or a port can belong to something of the user's. Jobs of the call itself can be stopped freely.

                        ask: pkill node
                        ask: kill 4711
                        allow: sleep 5 & kill %1
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Signal(var whom, var target, var signal, _)
                        && whom == Effect.Signal.Whom.NAMED
                        && !signal.equals("0")
                ? Optional.of(
                        found(
                                        effect,
                                        "%s was not started by this call and would be stopped",
                                        or(target, "a process"))
                                .clearedBy("say that " + or(target, "it") + " may be stopped"))
                : Optional.empty();
    }
}
