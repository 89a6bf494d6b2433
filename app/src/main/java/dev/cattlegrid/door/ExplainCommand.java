package dev.cattlegrid.door;

import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Rule;
import dev.cattlegrid.policy.rule.Rules;
import dev.cattlegrid.screen.RuleList;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.screen.Values;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cattlegrid explain`: the page of a rule.
@Command(
        name = "explain",
        description = "Shows the page of a rule.",
        mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

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
        List<About> abouts = Rules.builtIn().rules().stream().map(Rule::about).toList();
        About about =
                abouts.stream()
                        .filter(rule -> rule.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> unknown(abouts));
        if (json) {
            streams.out().println(Json.pretty(Values.of(about)));
        } else {
            RuleList.page(about, streams.ink()).forEach(streams.out()::println);
        }
        return Exit.ALLOW;
    }

    private ParameterException unknown(List<About> abouts) {
        Optional<String> close = Spelling.closest(name, abouts.stream().map(About::name).toList());
        return new ParameterException(
                spec.commandLine(),
                "there is no rule "
                        + Shown.name(name)
                        + close.map(found -> "; did you mean `" + found + "`?").orElse(""));
    }
}
