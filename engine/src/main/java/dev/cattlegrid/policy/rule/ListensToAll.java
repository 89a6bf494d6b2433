package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class ListensToAll extends EffectRule {

    ListensToAll() {
        super(
                Strength.ASK,
                Set.of(Topic.LISTEN),
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # listens-to-all: a port would be open to other machines

                        Whoever is in the same network could connect. Most servers can listen on `127.0.0.1` only.

                        ask: python3 -m http.server 8000
                        allow: python3 -m http.server 8000 --bind 127.0.0.1
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Listen(var address, var port, _)
                        && !Verbs.isLoopback(address)
                ? Optional.of(
                        found(
                                        effect,
                                        "port %s would be open to other machines",
                                        port == 0 ? "of its choice" : String.valueOf(port))
                                .clearedBy("say that other machines may connect"))
                : Optional.empty();
    }
}
