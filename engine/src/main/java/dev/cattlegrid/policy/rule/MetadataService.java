package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class MetadataService extends EffectRule {

    MetadataService() {
        super(
                Strength.HARD,
                Set.of(Topic.SEND, Topic.RECEIVE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # metadata-service: a cloud's metadata service would be asked

                        It gives out the credentials of the machine to whoever asks, so a request to it is a way to take them.

                        deny: curl http://169.254.169.254/latest/meta-data/iam/security-credentials/
                        allow: curl https://example.com/
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        Optional<Endpoint> end =
                switch (effect) {
                    case Effect.Send(var to, _, _, _) -> Optional.of(to);
                    case Effect.Receive(var from, _) -> Optional.of(from);
                    default -> Optional.empty();
                };
        return end.filter(endpoint -> endpoint.scope() == Endpoint.Scope.METADATA)
                .map(endpoint ->
                        found(
                                effect,
                                "`%s` gives out the credentials of the machine",
                                endpoint.host()));
    }
}
