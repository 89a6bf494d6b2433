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

final class Production extends EffectRule {

    Production() {
        super(
                Strength.SOFT,
                Set.of(Topic.REMOTE),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # production: something that is named as production would be changed

                        The name says that people depend on it.

                        deny: kubectl --context production apply -f deploy.yaml
                        allow: kubectl --context production get pods
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Remote remote
                        && isNamed(remote)
                        && (remote.change() == Effect.Remote.Change.CHANGE
                                || remote.change() == Effect.Remote.Change.UNKNOWN)
                ? Optional.of(
                        found(
                                        effect,
                                        "`%s` would change production at %s (%s)",
                                        remote.operation(),
                                        remote.system(),
                                        or(remote.target(), "its target"))
                                .clearedBy("say by name that production may be changed"))
                : Optional.empty();
    }

    static boolean isNamed(Effect.Remote remote) {
        String text = (remote.operation() + " " + remote.target()).toLowerCase(Locale.ROOT);
        for (String word : text.split("[^a-z0-9]+")) {
            if (word.equals("prod") || word.equals("production") || word.equals("prd")) {
                return true;
            }
        }
        return false;
    }
}
