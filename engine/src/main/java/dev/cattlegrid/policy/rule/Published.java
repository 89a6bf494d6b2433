package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class Published extends EffectRule {

    Published() {
        super(
                Strength.SOFT,
                Set.of(Topic.REMOTE),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # published: something would be published, released or merged

                        What others have taken cannot be called back. It needs the user's word, by name.

                        deny: npm publish
                        deny: gh release create v1.0
                        deny: gh pr merge 12 --squash
                        allow: npm pack --dry-run
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Remote remote
                        && remote.change() == Effect.Remote.Change.PUBLISH
                ? Optional.of(
                        found(
                                        effect,
                                        "`%s` would make %s public at %s",
                                        remote.operation(),
                                        or(remote.target(), "it"),
                                        remote.system())
                                .clearedBy("say by name what may be published"))
                : Optional.empty();
    }
}
