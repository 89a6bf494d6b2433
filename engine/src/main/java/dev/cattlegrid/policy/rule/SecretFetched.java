package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class SecretFetched extends EffectRule {

    SecretFetched() {
        super(
                Strength.ASK,
                Set.of(Topic.REMOTE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # secret-fetched: a secret would be taken out of a store

                        What a secret manager, a keychain or a credential helper gives out reaches the agent and its logs.

                        ask: gh auth token
                        ask: kubectl get secret db -o yaml
                        allow: gh auth status
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Remote remote
                        && remote.change() == Effect.Remote.Change.READ_SECRET
                ? Optional.of(
                        found(
                                        effect,
                                        "`%s` of %s would give out %s",
                                        remote.operation(),
                                        remote.system(),
                                        or(remote.target(), "a secret"))
                                .clearedBy("say that this secret may be read"))
                : Optional.empty();
    }
}
