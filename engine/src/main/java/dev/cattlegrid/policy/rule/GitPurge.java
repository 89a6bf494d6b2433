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

final class GitPurge extends EffectRule {

    GitPurge() {
        super(
                Strength.SOFT,
                Set.of(Topic.GIT),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # git-purge: git would forget what it could still bring back

                        The reflog and unreachable commits are the last way back after a mistake.

                        deny: git reflog expire --expire=now --all
                        deny: git gc --prune=now
                        allow: git gc
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Git(GitAction.Purge(var verb), _, _)
                ? Optional.of(
                        found(effect, "after `%s` git could bring nothing back", verb)
                                .clearedBy("say that git may forget old commits")
                                .instead("git gc"))
                : Optional.empty();
    }
}
