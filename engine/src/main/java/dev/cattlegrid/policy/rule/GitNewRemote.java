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

final class GitNewRemote extends EffectRule {

    GitNewRemote() {
        super(
                Strength.ASK,
                Set.of(Topic.GIT),
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # git-new-remote: commits would go to a remote that the repository does not have

                        Code that has left cannot be called back.

                        ask: git push https://example.com/mine.git main
                        allow: git push origin feature/work
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Git(GitAction.Push push, _, _)
                        && !push.knownRemote()
                        && !facts.trustsRemote(push.remote())
                        && !push.force()
                        && !push.delete()
                ? Optional.of(
                        found(
                                        effect,
                                        "%s is no remote of this repository",
                                        or(push.remote(), "the place to push to"))
                                .clearedBy("name the remote that may be pushed to"))
                : Optional.empty();
    }
}
