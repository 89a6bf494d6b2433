package dev.cattlegrid.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.json.Json;
import dev.cattlegrid.probe.Probe;
import dev.cattlegrid.probe.Probed;
import dev.cattlegrid.screen.ProbePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cattlegrid probe`: whether a text that a tool gave back gives orders to the agent that reads it.
@Command(
        name = "probe",
        description =
                "Says whether a text gives orders to the agent that reads it, hides something, or asks for secrets.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was found; with `--batch` and `--eval`: all was read",
            "1:signs of an injection were found",
            "64:wrong use",
            "70:own failure"
        },
        mixinStandardHelpOptions = true)
public final class ProbeCommand implements Callable<Integer> {
    /// The most bytes of a text that are read.
    private static final int LARGEST = 64 << 20;

    private final Streams streams;

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "The answer as JSON, one object for each text.")
    private boolean json;

    @Option(
            names = "--batch",
            description = "JSON lines `{\"id\",\"tool\",\"text\"}` on stdin, JSON lines on stdout.")
    private boolean batch;

    @Option(
            names = "--eval",
            description =
                    "FILEs are labelled JSON lines: count what is found and what is a false alarm, file by file.")
    private boolean eval;

    @Option(
            names = "--wrong",
            paramLabel = "N",
            defaultValue = "0",
            description = "With --eval: show up to N rows that went wrong.")
    private int wrong;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Texts to read; usual: stdin.")
    private List<Path> files = List.of();

    @SuppressWarnings("NullAway.Init")
    public ProbeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (batch) {
            if (eval || !files.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "`--batch` reads its texts from stdin");
            }
            new ProbeBatch().run(streams.in(), streams.out());
            return Exit.ALLOW;
        }
        if (eval) {
            if (files.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "say which FILE of labelled rows to count");
            }
            return new ProbeEvaluation(wrong).run(files, json, streams);
        }
        boolean found = false;
        for (Given given : given()) {
            Probed probed = Probe.of(given.text());
            found |= probed.injection();
            show(given, probed);
        }
        return found ? Exit.ASK : Exit.ALLOW;
    }

    private record Given(String name, String text) {}

    private List<Given> given() throws IOException {
        if (files.isEmpty()) {
            return List.of(new Given("stdin", new String(streams.in().readNBytes(LARGEST), UTF_8)));
        }
        var given = new ArrayList<Given>();
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                throw new ParameterException(
                        spec.commandLine(), "`" + file + "` is no file that can be read");
            }
            try (var in = Files.newInputStream(file)) {
                given.add(new Given(file.toString(), new String(in.readNBytes(LARGEST), UTF_8)));
            }
        }
        return given;
    }

    private void show(Given given, Probed probed) {
        if (json) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("file", given.name());
            values.putAll(ProbePage.values(probed, given.text()));
            streams.out().println(Json.print(values));
            return;
        }
        ProbePage.of(files.size() > 1 ? given.name() : "", probed, given.text(), streams.ink())
                .forEach(streams.out()::println);
    }
}
