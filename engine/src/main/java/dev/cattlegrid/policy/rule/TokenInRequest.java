package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.flow.Label;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import java.util.Optional;

final class TokenInRequest extends FlowRule {

    TokenInRequest() {
        super(
                Strength.ASK,
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # token-in-request: a token would go along with a request

                        Sending a token to the service that it belongs to is ordinary, and to any other it is a leak. Only a person knows
                        which it is.

                        ask: curl -H "Authorization: Bearer $GITHUB_TOKEN" https://api.github.com/user
                        ask: curl -H "X-Key: $SERVICE_API_KEY" http://localhost:8080/health
                        allow: curl https://api.github.com/zen
                        """));
    }

    @Override
    Optional<Finding> look(Flow flow, Facts facts) {

        if (flow.label() != Label.SECRET || !(flow.to() instanceof Effect.Send send)) {
            return Optional.empty();
        }
        boolean asked =
                send.to().scope() == Endpoint.Scope.LOOPBACK || isOwnCredential(flow.from(), send);
        return asked
                ? Optional.of(
                        found(
                                        flow,
                                        "%s would go to %s with a request",
                                        name(flow.from()),
                                        EffectRule.or(send.to().host(), "an unknown host"))
                                .clearedBy("say that the token belongs to that service"))
                : Optional.empty();
    }

    /// One token that the call names, with a request that only asks: how a client says who it is.
    static boolean isOwnCredential(Source from, Effect.Send send) {
        return switch (from) {
            case Source.Variable _, Source.Spelled _ -> Verbs.onlyAsks(send.verb());
            // What curl(1) looks up there is the password for this very host.
            case Source.File(var place) ->
                    place.path().endsWith("/.netrc") && Verbs.onlyAsks(send.verb());
            case Source.Names _,
                    Source.Network _,
                    Source.Environment _,
                    Source.Vault _,
                    Source.Program _ ->
                    false;
        };
    }
}
