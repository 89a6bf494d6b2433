package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class UnknownValueSent extends EffectRule {

    UnknownValueSent() {
        super(
                Strength.ASK,
                Set.of(Topic.SEND),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # unknown-value-sent: a request would carry a value that nobody has read

                        The content of a file or the output of a program becomes part of an address or a header and goes to another host.

                        ask: curl "https://example.com/?q=$(cat notes.txt)"
                        allow: curl 'https://example.com/?q=1'
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        if (!(effect instanceof Effect.Send send)
                || send.to().scope() == Endpoint.Scope.LOOPBACK
                || facts.environment().trusts(send.to())
                || !Verbs.onlyAsks(send.verb())
                || send.data().text().isPresent()) {
            return Optional.empty();
        }
        return foundIf(
                        send.data().sources().stream().anyMatch(UnknownValueSent::says),
                        effect,
                        "what goes to %s depends on content that is not known",
                        or(send.to().host(), "another host"))
                .map(finding -> finding.clearedBy("write the value out"));
    }

    private static boolean says(Source source) {
        return switch (source) {
            case Source.File _, Source.Names _, Source.Program _ -> true;
            case Source.Variable _,
                    Source.Spelled _,
                    Source.Network _,
                    Source.Environment _,
                    Source.Vault _ ->
                    false;
        };
    }
}
