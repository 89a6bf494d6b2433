package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Fact;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class GitDiscard extends EffectRule {

    GitDiscard() {
        super(
                Strength.SOFT,
                Set.of(Topic.GIT),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # git-discard: changes that are in no commit would be thrown away

                        What is not committed is nowhere else. `git stash push -u` puts it aside and keeps it.

                        deny: git reset --hard
                        deny: git checkout -- .
                        deny: git clean -fd
                        deny: git stash drop
                        allow: git stash push -u
                        allow: git restore --staged .
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        if (!(effect instanceof Effect.Git(GitAction.Discard(var verb, var places), _, _))) {
            return Optional.empty();
        }
        boolean nothingLost =
                !places.isEmpty() && places.stream().allMatch(GitDiscard::certainlySaved);
        return foundIf(
                        !nothingLost,
                        effect,
                        "`%s` would throw away changes that are in no commit",
                        verb)
                .map(finding ->
                        finding.clearedBy("say that the uncommitted changes may go")
                                .instead("git stash push -u"));
    }

    /// Who throws changes away usually has some: only what was looked at counts as clean.
    private static boolean certainlySaved(Place place) {
        return place.facts().ownWork()
                || place.facts().canBeRestored() && place.facts().source() == Fact.Source.OBSERVED;
    }
}
