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

final class GitRefDeleted extends EffectRule {

    GitRefDeleted() {
        super(
                Strength.SOFT,
                Set.of(Topic.GIT),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # git-ref-deleted: a branch, tag or stash would go with commits that are nowhere else

                        Its commits are not certainly reachable from another branch. `git branch -d` deletes only what is merged. A branch
                        that the session made is its own to delete.

                        deny: git branch -D feature/old
                        allow: git branch --list
                        allow: [after git checkout -b try-1] git branch -D try-1
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Git(GitAction.DeleteRef(var ref, var merged), _, _)
                        && !merged
                        && !facts.ledger().own().isOwn(effect)
                ? Optional.of(
                        found(
                                        effect,
                                        "%s would be deleted, and its commits may be nowhere else",
                                        or(ref, "a branch or stash"))
                                .clearedBy("name the branch, tag or stash that may go"))
                : Optional.empty();
    }
}
