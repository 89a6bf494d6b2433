package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Source;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A rule that looks at one flow at a time.
abstract class FlowRule extends PagedRule {
    FlowRule(Strength strength, About about) {
        super(strength, Set.of(Topic.FLOW), about);
    }

    abstract Optional<Finding> look(Flow flow, Facts facts);

    @Override
    public final Stream<Finding> look(Facts facts) {
        return facts.flows().stream().flatMap(flow -> look(flow, facts).stream());
    }

    final Finding found(Flow flow, String reason, Object... names) {
        return Finding.of(this, flow.to(), reason.formatted(names));
    }

    /// Where data comes from, in the user's words.
    static String name(Source source) {
        return switch (source) {
            case Source.File(var place) -> EffectRule.name(place);
            case Source.Names(var below) -> "the names in " + EffectRule.name(below);
            case Source.Network(var endpoint) ->
                    endpoint.host().isEmpty()
                            ? "something from the network"
                            : "what `" + endpoint.host() + "` sends";
            case Source.Variable(var name) -> "the value of `$" + name + "`";
            case Source.Environment() -> "the whole environment";
            case Source.Vault(var program) -> "what `" + program + "` keeps secret";
            case Source.Spelled() -> "a token in the command";
            case Source.Program(var name) -> "the output of `" + name + "`";
        };
    }
}
