package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class MessageSent extends EffectRule {

    MessageSent() {
        super(
                Strength.SOFT,
                Set.of(Topic.SPEAK),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # message-sent: a message would reach people

                        It goes out in the user's name and cannot be called back.

                        deny: mail -s hello team@example.com
                        allow: echo hello
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Speak(var service, var audience, _)
                ? Optional.of(
                        found(
                                        effect,
                                        "a message would go to %s through %s",
                                        or(audience, "people"),
                                        service)
                                .clearedBy("say what may be sent to whom"))
                : Optional.empty();
    }
}
