package dev.cattlegrid.policy.rule;

import dev.cattlegrid.call.ToolCall;
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

    /// Options with which clients choose what they talk to.
    private static final Set<String> CHOOSING =
            Set.of(
                    "--context",
                    "--kube-context",
                    "--cluster",
                    "-n",
                    "--namespace",
                    "--profile",
                    "--project",
                    "--subscription",
                    "--account",
                    "--env",
                    "--environment",
                    "--stage",
                    "-h",
                    "--host",
                    "-d",
                    "--database",
                    "--dbname",
                    "--app",
                    "-a",
                    "--stack",
                    "--workspace",
                    "-var-file");

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
                        && isNamed(remote, facts)
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

    static boolean isNamed(Effect.Remote remote, Facts facts) {
        if (names(remote.operation()) || names(remote.target())) {
            return true;
        }
        return facts.call() instanceof ToolCall.Shell(var command, _)
                && choosesIt(remote.span().of(command).split("[\\s=]+"));
    }

    private static boolean choosesIt(String[] words) {
        for (int i = 0; i + 1 < words.length; i++) {
            if (CHOOSING.contains(words[i]) && names(words[i + 1])) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(String text) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (word.equals("prod") || word.equals("production") || word.equals("prd")) {
                return true;
            }
        }
        return false;
    }
}
