package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class Root extends EffectRule {

    Root() {
        super(
                Strength.ASK,
                Set.of(Topic.ELEVATE),
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # root: another user's rights would be used

                        What runs as root is stopped by nothing. In a container that holds nothing to lose only the inner command counts.

                        ask: sudo make install
                        allow: make build
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Elevate(var user, var shell, _)
                        && !shell
                        && !facts.contained()
                ? Optional.of(
                        found(
                                        effect,
                                        "it would run with the rights of %s",
                                        or(user, "another user"))
                                .clearedBy("say that this may run as another user"))
                : Optional.empty();
    }
}
