package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class GitConfigRuns extends EffectRule {

    GitConfigRuns() {
        super(
                Strength.SOFT,
                Set.of(Topic.GIT),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # git-config-runs: a git setting would make git run a program

                        Hooks, aliases, pagers and helpers run at the next ordinary git command, without anybody being asked.

                        deny: git config core.hooksPath /tmp/hooks
                        deny: git config alias.st '!sh /tmp/x.sh'
                        allow: git config user.name Dev
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Git(GitAction.Config config, _, _) && config.runs()
                ? Optional.of(
                        found(effect, "`%s` makes git run a program later", config.key())
                                .clearedBy("say that `" + config.key() + "` may be set"))
                : Optional.empty();
    }
}
