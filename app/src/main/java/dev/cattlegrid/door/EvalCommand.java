package dev.cattlegrid.door;

import dev.cattlegrid.eval.HtmlReport;
import dev.cattlegrid.eval.Outcome;
import dev.cattlegrid.eval.Report;
import dev.cattlegrid.eval.ReportPage;
import dev.cattlegrid.eval.ResidualRisks;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `cattlegrid eval`: how labelled rows fare.
@Command(
        name = "eval",
        description = "Judges labelled rows in the assumed world and counts what went wrong.",
        mixinStandardHelpOptions = true)
public final class EvalCommand implements Callable<Integer> {
    private final Streams streams;

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
        var evaluation = new Evaluation(Door.usual(), trajectories, !deaf, streams);
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
            streams.out().println(Json.pretty(report.values()));
        } else {
            new ReportPage(streams.ink(), rules).of(report).forEach(streams.out()::println);
        }
        return report.total().count(Outcome.Answer.FAILED) == 0 ? Exit.ALLOW : Exit.OWN_FAILURE;
    }
}
