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

final class RemoteChanged extends EffectRule {

    private static final Set<String> SERVERS =
            Set.of("postgres", "mysql", "mssql", "oracle", "cockroach", "cassandra", "clickhouse");

    RemoteChanged() {
        super(
                Strength.ASK,
                Set.of(Topic.REMOTE),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # remote-changed: something on a shared system would be changed

                        A database, a cluster, a cloud account or a forge is used by others too.

                        ask: kubectl apply -f deploy.yaml
                        ask: gh pr create --fill
                        allow: gh pr list
                        allow: [after docker run -d --name web-1 nginx] docker rm -f web-1
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        if (!(effect instanceof Effect.Remote remote) || ProductionChanged.isNamed(remote, facts)) {
            return Optional.empty();
        }
        boolean asked =
                switch (remote.change()) {
                    case CHANGE ->
                            (!remote.local() || takesRows(remote))
                                    && !facts.trusts(remote)
                                    && !facts.ledger().own().isOwn(effect);
                    case UNKNOWN -> true;
                    case READ, READ_SECRET, DESTROY, PUBLISH -> false;
                };
        return foundIf(
                        asked,
                        effect,
                        "`%s` would change %s at %s",
                        remote.operation(),
                        or(remote.target(), "something"),
                        remote.system())
                .map(finding -> finding.clearedBy("say by name what may be changed"));
    }

    /// Rows of a server's database, of which the workspace has no copy.
    private static boolean takesRows(Effect.Remote remote) {
        return remote.operation().startsWith("DELETE") && SERVERS.contains(remote.system());
    }
}
