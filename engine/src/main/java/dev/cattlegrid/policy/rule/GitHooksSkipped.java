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

final class GitHooksSkipped extends EffectRule {

    GitHooksSkipped() {
        super(
                Strength.ASK,
                Set.of(Topic.GIT),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # git-hooks-skipped: the checks that a project runs before a commit or push would be skipped

                        They are there so that broken or unwanted changes are noticed.

                        ask: git commit --no-verify -m wip
                        allow: git commit -m wip
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Git(GitAction.SkipHooks(var verb), _, _)
                ? Optional.of(
                        found(effect, "`%s` would skip the project's checks", verb)
                                .clearedBy("say that the checks may be skipped"))
                : Optional.empty();
    }
}
