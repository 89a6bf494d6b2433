package dev.cattlegrid.door;

import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Rule;
import dev.cattlegrid.policy.rule.Rules;
import dev.cattlegrid.screen.RuleList;
import dev.cattlegrid.screen.Values;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `cattlegrid rules`: the built-in rules, by group.
@Command(name = "rules", description = "Lists the built-in rules.", mixinStandardHelpOptions = true)
public final class RulesCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--json", description = "The list as JSON.")
    private boolean json;

    public RulesCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        List<About> abouts = Rules.builtIn().rules().stream().map(Rule::about).toList();
        if (json) {
            streams.out().println(Json.pretty(Values.of(abouts)));
        } else {
            RuleList.of(abouts, streams.ink(), streams.columns()).forEach(streams.out()::println);
        }
        return Exit.ALLOW;
    }
}
