package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.ledger.words.Act;
import dev.cattlegrid.ledger.words.Thing.Sort;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import dev.cattlegrid.policy.Wanted.Target;
import java.util.List;
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
                                .wanting(wanted(push))
                                .instead("git push -u origin feature/work"))
                : Optional.empty();
    }

    /// Where the call names no branch it is the one that is checked out, which is the default one.
    private static Wanted wanted(GitAction.Push push) {
        var targets =
                push.refs().isEmpty()
                        ? List.of(Target.named("main", "master", "trunk", "develop"))
                        : push.refs().stream().map(Target::named).toList();
        return new Wanted(
                Set.of(Act.PUSH),
                targets.stream().map(target -> target.or(Sort.DEFAULT_BRANCH)).toList());
    }
}
