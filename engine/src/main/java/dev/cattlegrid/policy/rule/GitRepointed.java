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

final class GitRepointed extends EffectRule {

    GitRepointed() {
        super(
                Strength.ASK,
                Set.of(Topic.GIT),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # git-repointed: a remote would point elsewhere

                        Later pushes and pulls would go to another server under a familiar name.

                        ask: git remote set-url origin https://example.com/other.git
                        allow: git remote -v
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Git(GitAction.Repoint(var remote, var url, _), _, _)
                        && !facts.trustsRemote(url)
                ? Optional.of(
                        found(
                                        effect,
                                        "%s would point to %s",
                                        or(remote, "a remote"),
                                        or(url, "another server"))
                                .clearedBy("name the remote and where it may point"))
                : Optional.empty();
    }
}
