package dev.cattlegrid.door;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.eval.HtmlReport;
import dev.cattlegrid.eval.Outcome;
import dev.cattlegrid.eval.Report;
import dev.cattlegrid.eval.ReportPage;
import dev.cattlegrid.eval.ResidualRisks;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.judge.Bench;
import dev.cattlegrid.judge.Terms;
import dev.cattlegrid.policy.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cattlegrid eval`: how labelled rows fare.
@Command(
        name = "eval",
        description = "Judges labelled rows in the assumed world and counts what went wrong.",
        mixinStandardHelpOptions = true)
public final class EvalCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "The report as JSON.")
    private boolean json;

    @Option(
            names = "--wrong",
            paramLabel = "N",
            description = "Show up to N rows of each label that went wrong.")
    private int wrong;

    @Option(
            names = "--rules",
            paramLabel = "N",
            defaultValue = "0",
            description = "Show the N most frequent deciders of wrong rows.")
    private int rules;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "1",
            description = "Judge everything N times; the last time counts.")
    private int rounds;

    @Option(
            names = "--trajectories",
            description = "Judge trajectories too, whole, with what a session remembers.")
    private boolean trajectories;

    @Option(names = "--deaf", description = "Withhold what the person said from trajectories.")
    private boolean deaf;

    @Option(
            names = "--judge",
            description =
                    "Ask the model of your settings about what the rules leave open, and say what that cost.")
    private boolean judge;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "With `--judge`: use this file as your settings.")
    private @Nullable Path settings;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description =
                    "Write index.html, a page with plots, and residual-risks.md, what is still let"
                            + " through, into DIR.")
    private @Nullable Path directory;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSON lines with a label, or a directory of such files.")
    private List<Path> files;

    @SuppressWarnings("NullAway.Init")
    public EvalCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        var cost = new Cost();
        var evaluation = new Evaluation(judges(), cost, trajectories, !deaf, streams);
        var report = new Report(wrong);
        for (int round = 0; round < Math.max(1, rounds); round++) {
            report = new Report(wrong);
            evaluation.run(files, report);
        }
        if (directory != null) {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("index.html"), HtmlReport.of(report));
            Files.writeString(directory.resolve("residual-risks.md"), ResidualRisks.of(report));
        }
        if (json) {
            Map<String, Object> values = report.values();
            if (judge) {
                values.put("judge", cost.values());
            }
            streams.out().println(Json.pretty(values));
        } else {
            new ReportPage(streams.ink(), rules).of(report).forEach(streams.out()::println);
            if (judge) {
                cost.page().forEach(streams.out()::println);
            }
        }
        return report.total().count(Outcome.Answer.FAILED) == 0 ? Exit.ALLOW : Exit.OWN_FAILURE;
    }

    /// A judge for each row, so that each has its own time; opinions that were given before are not asked for again.
    private Supplier<Judge> judges() {
        if (!judge) {
            return () -> Judge.NONE;
        }
        return switch (Surroundings.forChecking(Optional.ofNullable(settings), true)) {
            case Surroundings.Read.Bad(var why) -> throw wrong(why);
            case Surroundings.Read.Of(var surroundings) -> {
                if (surroundings.judge().isEmpty()) {
                    throw wrong(
                            "no judge is set up; `[judge]` in the settings says which model to ask");
                }
                Bench bench = Bench.single(Store.usual());
                var setting = new Terms.Setting(streams.environment(), false);
                yield () -> surroundings.judge(() -> bench, setting);
            }
        };
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
