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

final class GitForcePush extends EffectRule {

    GitForcePush() {
        super(
                Strength.SOFT,
                Set.of(Topic.GIT),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # git-force-push: commits on a remote would be overwritten or deleted

                        Others may have built on them, and they lose them at their next pull. Push to a new branch instead.

                        deny: git push --force
                        deny: git push origin --delete release
                        allow: git push -u origin feature/work
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        if (!(effect instanceof Effect.Git(GitAction.Push push, _, _))
                || !push.force() && !push.delete()) {
            return Optional.empty();
        }
        String what = push.refs().isEmpty() ? "the current branch" : names(push.refs());
        return Optional.of(
                found(
                                effect,
                                push.delete()
                                        ? "%s would be deleted on %s"
                                        : "%s would be overwritten on %s",
                                what,
                                or(push.remote(), "the remote"))
                        .clearedBy("name the branch that may be overwritten"));
    }
}
