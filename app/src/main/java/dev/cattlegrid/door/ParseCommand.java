package dev.cattlegrid.door;

import dev.cattlegrid.json.Json;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.shell.Problem;
import dev.cattlegrid.shell.Shape;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cattlegrid parse`: what the gate reads in a command.
@Command(
        name = "parse",
        description = "Shows how a command is read: its simple commands, or its whole tree.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:bash takes it", "1:bash does not", "64:wrong use", "70:own failure"},
        mixinStandardHelpOptions = true)
public final class ParseCommand implements Callable<Integer> {
    private static final int BROKEN = 1;

    private final Streams streams;

    @Spec private CommandSpec spec;

    @Option(names = "--json", description = "The answer as JSON, with the tree.")
    private boolean json;

    @Option(names = "--tree", description = "The tree, one node a line.")
    private boolean tree;

    @Option(names = "--batch", description = "JSON lines on stdin, JSON lines on stdout.")
    private boolean batch;

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "A shell command or script.")
    private @Nullable String text;

    @SuppressWarnings("NullAway.Init")
    public ParseCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (batch) {
            if (text != null) {
                throw new ParameterException(
                        spec.commandLine(), "`--batch` reads its texts from stdin");
            }
            batch();
            return Exit.ALLOW;
        }
        if (text == null) {
            throw new ParameterException(
                    spec.commandLine(), "say which TEXT to read, or `--batch`");
        }
        var reading = ParsedText.of(text);
        show(reading, streams.out());
        return reading.valid() ? Exit.ALLOW : BROKEN;
    }

    private void show(ParsedText reading, PrintWriter out) {
        if (json) {
            out.println(Json.pretty(reading.full()));
            return;
        }
        reading.problem().ifPresent(problem -> show(problem, reading.text()));
        if (tree) {
            Shape.of(reading.script())
                    .lines()
                    .forEach(line -> out.println(Shown.line(line).text()));
            return;
        }
        for (List<String> words : reading.commands()) {
            out.println(Shown.line(String.join(" ", words)).text());
        }
    }

    private void show(Problem problem, String text) {
        var err = streams.err();
        err.println(Shown.line(problem.what() + ": " + problem.span().of(text)).text());
        problem.help().ifPresent(help -> err.println(Shown.line("help: " + help).text()));
    }

    private void batch() throws IOException {
        var lines = new Lines(streams.in());
        var out = streams.out();
        InOrder.run(
                () -> Batch.nextFilled(lines),
                Batch::weight,
                line -> Json.print(answer(line)),
                new InOrder.Sink<String>() {
                    @Override
                    public void take(String answer) {
                        out.write(answer);
                        out.write('\n');
                    }

                    @Override
                    public void idle() {
                        out.flush();
                    }
                });
        out.flush();
    }

    private static Map<String, Object> answer(Lines.Line line) {
        return switch (line) {
            case Lines.Line.TooLong _ ->
                    error(Json.Null.NULL, "the line is longer than " + Lines.LONGEST + " bytes");
            case Lines.Line.Text(var bytes) ->
                    switch (Row.read(bytes)) {
                        case Row.Bad(var id, var error, var fields) ->
                                fields.object("input")
                                        .flatMap(input -> input.text("command"))
                                        .map(text -> brief(id, text))
                                        .orElseGet(() -> error(id, error));
                        case Row.Told told -> error(told.id(), "the row has no `command`");
                        case Row.Call call ->
                                call.command()
                                        .map(text -> brief(call.id(), text))
                                        .orElseGet(
                                                () -> error(call.id(), "the row has no `command`"));
                    };
        };
    }

    private static Map<String, Object> brief(Object id, String text) {
        var values = new LinkedHashMap<String, Object>();
        values.put("id", id);
        values.putAll(ParsedText.of(text).brief());
        return values;
    }

    private static Map<String, Object> error(Object id, String error) {
        var values = new LinkedHashMap<String, Object>();
        values.put("id", id);
        values.put("error", error);
        return values;
    }
}
