package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class StaysBehind extends EffectRule {

    StaysBehind() {
        super(
                Strength.SOFT,
                Set.of(Topic.PERSIST),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # stays-behind: something would run again later by itself

                        Schedules, services and hooks outlive the task, and nobody looks at them again.

                        deny: crontab jobs.txt
                        deny: systemctl enable my.service
                        allow: crontab -l
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Persist(var what, var target, _)
                ? Optional.of(
                        found(
                                        effect,
                                        "%s would run later by itself (%s)",
                                        or(target, "something"),
                                        what)
                                .clearedBy("say that it may stay behind"))
                : Optional.empty();
    }
}
