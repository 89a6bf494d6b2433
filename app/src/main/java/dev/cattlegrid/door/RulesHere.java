package dev.cattlegrid.door;

import dev.cattlegrid.audit.Home;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Rule;
import dev.cattlegrid.policy.rule.Rules;
import dev.cattlegrid.screen.RuleList;
import dev.cattlegrid.screen.Values;
import dev.cattlegrid.typed.RuleFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The rules that count for calls in a directory: the built-in ones, and those that people wrote.
final class RulesHere {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "A home other than the one in the password database.")
    private @Nullable Path home;

    @Option(
            names = "--cwd",
            paramLabel = "DIR",
            description = "The directory of the project, if not this one.")
    private @Nullable Path directory;

    static List<About> builtIn() {
        return Rules.builtIn().rules().stream().map(Rule::about).toList();
    }

    /// @param problem why there may be more rules than these
    record Written(List<RuleFile.Page> pages, Optional<String> problem) {
        static Written none(String why) {
            return new Written(List.of(), Optional.of(why));
        }
    }

    /// Those that people wrote, the organisation's first.
    Written written() {
        Path house = home == null ? Home.directory() : home.toAbsolutePath().normalize();
        Path here = (directory == null ? Path.of("") : directory).toAbsolutePath().normalize();
        return switch (Surroundings.read(house, house.resolve(Settings.IN_HOME))) {
            case Surroundings.Read.Bad(var why) -> Written.none(why);
            case Surroundings.Read.Of(var surroundings) ->
                    switch (surroundings.around(here.toString())) {
                        case Surroundings.Around.Bad(var why) -> Written.none(why);
                        case Surroundings.Around.Of(var _, var files) ->
                                new Written(
                                        files.stream()
                                                .flatMap(file -> file.pages().stream())
                                                .toList(),
                                        Optional.empty());
                    };
        };
    }

    /// A page as a line of a list.
    static RuleList.Line line(RuleFile.Page page) {
        String whose =
                switch (page.level()) {
                    case ORGANISATION -> "the organisation's";
                    case USER -> "yours";
                    case PROJECT -> "the project's, which only stop";
                    case GATE -> "the gate's";
                    case SESSION -> "the session's";
                };
        return new RuleList.Line(
                "%s (%s)".formatted(page.from(), whose),
                page.about().name(),
                page.strength() + ": " + page.about().title());
    }

    /// A page as JSON, in the shape of a built-in one with whose it is.
    static Map<String, Object> values(RuleFile.Page page) {
        var values = new LinkedHashMap<String, Object>();
        if (Values.of(page.about()) instanceof Map<?, ?> about) {
            about.forEach((name, value) -> values.put(String.valueOf(name), value));
        }
        values.put("strength", page.strength());
        values.put("from", page.from());
        values.put("level", Values.of(page.level()));
        return values;
    }
}
