package dev.cattlegrid.door;

import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.screen.RuleList;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.screen.Values;
import dev.cattlegrid.typed.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cattlegrid explain`: the page of a rule, built in or with a condition that people wrote.
@Command(
        name = "explain",
        description = "Shows the page of a rule.",
        mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Mixin private final RulesHere here = new RulesHere();

    @Option(names = "--json", description = "The page as JSON.")
    private boolean json;

    @Parameters(paramLabel = "RULE", description = "Its name, as `rules` lists it.")
    private String name;

    @SuppressWarnings("NullAway.Init")
    public ExplainCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        List<About> builtIn = RulesHere.builtIn();
        Optional<About> found = named(builtIn);
        if (found.isPresent()) {
            show(found.get(), Values.of(found.get()));
            return Exit.ALLOW;
        }
        RulesHere.Written written = here.written();
        List<RuleFile.Page> pages =
                written.pages().stream().filter(page -> page.about().name().equals(name)).toList();
        if (pages.isEmpty()) {
            var known = new ArrayList<>(builtIn);
            written.pages().forEach(page -> known.add(page.about()));
            throw unknown(known, written.problem());
        }
        pages.forEach(page -> show(page.about(), RulesHere.values(page)));
        return Exit.ALLOW;
    }

    private Optional<About> named(List<About> abouts) {
        return abouts.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    private void show(About about, Object values) {
        if (json) {
            streams.out().println(Json.pretty(values));
        } else {
            RuleList.page(about, streams.ink()).forEach(streams.out()::println);
        }
    }

    private ParameterException unknown(List<About> abouts, Optional<String> problem) {
        Optional<String> close = Spelling.closest(name, abouts.stream().map(About::name).toList());
        return new ParameterException(
                spec.commandLine(),
                "there is no rule "
                        + Shown.name(name)
                        + close.map(found -> "; did you mean `" + found + "`?").orElse("")
                        + problem.map(why -> "; rules of your own were not looked at: " + why)
                                .orElse(""));
    }
}
