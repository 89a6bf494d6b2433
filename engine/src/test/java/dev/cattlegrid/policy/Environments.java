package dev.cattlegrid.policy;

import dev.cattlegrid.Gate;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.rule.Rules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Environments to try, and commands to try them on.
final class Environments {
    static final String HOME = "/home/dev";

    private static final Map<Trusted, List<String>> TRUSTED =
            Map.of(
                    Trusted.HOSTS,
                    List.of("api.acme.test", "*.dev.acme.test", "10.0.0.5", "example.com"),
                    Trusted.REMOTES,
                    List.of("github.com/acme/*", "git.acme.test/*"),
                    Trusted.REGISTRIES,
                    List.of("packages.acme.test", "github.com/acme"),
                    Trusted.BUCKETS,
                    List.of("acme-dev-*", "acme-scratch"),
                    Trusted.DIRECTORIES,
                    List.of("~/notes", "/srv/app", "~/src/other"),
                    Trusted.NAMESPACES,
                    List.of("dev-*", "kind/sandbox"));

    private static final List<String> PRODUCTION =
            List.of("live-*", "acme-main", "db1.acme.test", "example.com");

    private Environments() {}

    static NamePattern read(Trusted kind, String text) {
        return switch (kind.read(text, HOME)) {
            case Trusted.Read.Of(var pattern) -> pattern;
            case Trusted.Read.Bad(var why) -> throw new IllegalArgumentException(why);
        };
    }

    /// Everything that can be said, by one layer.
    static Statement everything(Layer.Level level) {
        Map<Trusted, List<NamePattern>> trusted = new EnumMap<>(Trusted.class);
        TRUSTED.forEach((kind, texts) ->
                trusted.put(kind, texts.stream().map(text -> read(kind, text)).toList()));
        return new Statement(
                level,
                level.name(),
                trusted,
                Optional.empty(),
                List.of(new NamePattern("live-*"), new NamePattern("db1.acme.test")));
    }

    /// A part of it.
    ///
    /// @param whole whether every kind is spoken of, if only to say that nothing is trusted
    static Statement some(Layer.Level level, Random random, boolean whole) {
        Map<Trusted, List<NamePattern>> trusted = new EnumMap<>(Trusted.class);
        for (Trusted kind : Trusted.values()) {
            if (whole || random.nextBoolean()) {
                var patterns = new ArrayList<NamePattern>();
                for (String text : TRUSTED.getOrDefault(kind, List.of())) {
                    if (random.nextBoolean()) {
                        patterns.add(read(kind, text));
                    }
                }
                trusted.put(kind, patterns);
            }
        }
        Optional<Boolean> contained =
                whole || random.nextBoolean()
                        ? Optional.of(random.nextBoolean())
                        : Optional.empty();
        List<NamePattern> production =
                PRODUCTION.stream()
                        .filter(_ -> random.nextBoolean())
                        .map(NamePattern::new)
                        .toList();
        return new Statement(level, level.name(), trusted, contained, production);
    }

    static Decision decide(String command, Environment environment, List<Layer> layers) {
        var policy = new Policy(Rules.all(), layers, environment);
        return new Gate(AssumedWorld.usual(), policy, Judge.NONE)
                .decide(new ToolCall.Shell(command, Origin.in("/home/dev/project")), Ledger.EMPTY);
    }

    static Decision decide(String command, Environment environment) {
        return decide(command, environment, List.of());
    }

    /// At least 300: the examples of all rules and the commands of the tables.
    static List<String> commands() {
        Stream<String> examples =
                Rules.all().stream()
                        .flatMap(rule -> rule.about().examples().stream())
                        .map(About.Example::command);
        Stream<String> written =
                Stream.of("whole/verdicts.txt", "policy/environment.txt")
                        .flatMap(table -> Cases.read(table).stream())
                        .map(one -> one.input());
        return Stream.concat(examples, written).distinct().toList();
    }
}
