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

final class GitPushDefault extends EffectRule {

    GitPushDefault() {
        super(
                Strength.ASK,
                Set.of(Topic.GIT),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # git-push-default: commits would go straight to the default branch

                        A branch of its own and a request to merge it let others look first.

                        ask: git push origin main
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
                        && push.toDefault()
                        && (push.knownRemote() || facts.trustsRemote(push.remote()))
                        && !push.force()
                        && !push.delete()
                ? Optional.of(
                        found(
                                        effect,
                                        "it would push to the default branch of %s",
                                        or(push.remote(), "the remote"))
                                .clearedBy("say that the default branch may be pushed")
                                .instead("git push -u origin feature/work"))
                : Optional.empty();
    }
}
