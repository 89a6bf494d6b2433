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

final class RemoteDestroyed extends EffectRule {

    RemoteDestroyed() {
        super(
                Strength.SOFT,
                Set.of(Topic.REMOTE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # remote-destroyed: something in a database, cloud, cluster or container engine would be destroyed

                        A dropped table, a deleted bucket or a removed volume does not come back. Look at what would go first.

                        deny: psql -c 'DROP TABLE users'
                        deny: kubectl delete namespace staging
                        deny: terraform destroy -auto-approve
                        deny: docker volume prune -f
                        allow: kubectl get pods
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Remote remote
                        && remote.change() == Effect.Remote.Change.DESTROY
                        && !facts.ledger().own().isOwn(effect)
                ? Optional.of(
                        found(
                                        effect,
                                        "`%s` of %s would destroy %s",
                                        remote.operation(),
                                        remote.system(),
                                        or(remote.target(), "what it is about"))
                                .clearedBy("say by name what may be destroyed"))
                : Optional.empty();
    }
}
