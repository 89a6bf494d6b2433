package dev.cattlegrid.door;

import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.screen.RuleList;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.screen.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `cattlegrid rules`: the built-in rules, by group, and those with a condition that people wrote, by file.
@Command(
        name = "rules",
        description = "Lists the rules: the built-in ones, and your own with a condition.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:these are all", "64:a file of rules or settings cannot be read"},
        mixinStandardHelpOptions = true)
public final class RulesCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin private final RulesHere here = new RulesHere();

    @Option(names = "--json", description = "The list as JSON.")
    private boolean json;

    public RulesCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        List<About> abouts = RulesHere.builtIn();
        RulesHere.Written written = here.written();
        if (json) {
            var all = new ArrayList<Object>();
            abouts.forEach(about -> all.add(Values.of(about)));
            written.pages().forEach(page -> all.add(RulesHere.values(page)));
            streams.out().println(Json.pretty(all));
        } else {
            var lines = new ArrayList<>(RuleList.of(abouts, streams.ink(), streams.columns()));
            List<RuleList.Line> own = written.pages().stream().map(RulesHere::line).toList();
            lines.addAll(RuleList.written(own, streams.ink(), streams.columns()));
            lines.forEach(streams.out()::println);
        }
        written.problem()
                .ifPresent(why -> streams.err().println("cattlegrid: " + Shown.line(why).text()));
        return written.problem().isPresent() ? Exit.WRONG_USE : Exit.ALLOW;
    }
}
