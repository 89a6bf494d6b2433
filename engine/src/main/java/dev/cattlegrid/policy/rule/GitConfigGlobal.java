package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class GitConfigGlobal extends EffectRule {

    GitConfigGlobal() {
        super(
                Strength.ASK,
                Set.of(Topic.GIT),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # git-config-global: a git setting for all repositories would change

                        It holds for every repository of the user, not only for this one.

                        ask: git config --global user.email dev@example.com
                        allow: git config --global --list
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Git(GitAction.Config config, _, _)
                        && config.global()
                        && !config.runs()
                ? Optional.of(
                        found(effect, "`%s` would change for all repositories", config.key())
                                .clearedBy("say that the global setting may change")
                                .instead("git config user.name Dev"))
                : Optional.empty();
    }
}
