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

final class GitHistoryRewritten extends EffectRule {

    GitHistoryRewritten() {
        super(
                Strength.ASK,
                Set.of(Topic.GIT),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # git-history-rewritten: commits that others may have would be rewritten

                        Whoever has the old ones has to repair their branches. A new commit on top says the same without harm.

                        ask: git filter-branch --tree-filter 'rm -f big.bin' HEAD
                        allow: git commit -m 'fix the typo'
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Git(GitAction.Rewrite(var verb, var pushed), _, _) && pushed
                ? Optional.of(
                        found(effect, "`%s` would rewrite commits that a remote may have", verb)
                                .clearedBy("say that these commits may be rewritten"))
                : Optional.empty();
    }
}
