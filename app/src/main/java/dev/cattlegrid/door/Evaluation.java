package dev.cattlegrid.door;

import dev.cattlegrid.eval.Outcome;
import dev.cattlegrid.eval.Report;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.ledger.Event;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Judge;
import dev.cattlegrid.screen.DecisionValues;
import dev.cattlegrid.screen.EffectWords;
import dev.cattlegrid.screen.Progress;
import dev.cattlegrid.screen.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Judges labelled files in the assumed world, on all cores.
///
/// @param judges one for each row
/// @param cost where it is counted what they cost
/// @param trajectories whether trajectories are judged, or left out
/// @param listens whether the person's words count, or are withheld
record Evaluation(
        Supplier<Judge> judges, Cost cost, boolean trajectories, boolean listens, Streams streams) {

    private record Piece(String file, Lines.Line line) {}

    private sealed interface Judged {
        record Counted(Outcome outcome) implements Judged {}

        record Skipped(String kind) implements Judged {}
    }

    void run(List<Path> given, Report report) throws IOException {
        List<Path> files = files(given);
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        long start = System.nanoTime();
        try (var progress = new Progress(streams.err(), streams.errorTerminal(), bytes);
                var source = new Source(files)) {
            InOrder.run(
                    source::next, Evaluation::weight, this::judged, into(report, source, progress));
        }
        report.took((System.nanoTime() - start) / 1e9);
    }

    private static InOrder.Sink<Judged> into(Report report, Source source, Progress progress) {
        return new InOrder.Sink<>() {
            private long rows;

            @Override
            public void take(Judged judged) {
                switch (judged) {
                    case Judged.Counted(var outcome) -> report.add(outcome);
                    case Judged.Skipped(var kind) -> report.skip(kind);
                }
                progress.at(source.read, ++rows, "rows");
            }

            @Override
            public void idle() {}
        };
    }

    private Judged judged(Piece piece) {
        Row row =
                switch (piece.line()) {
                    case Lines.Line.TooLong _ ->
                            new Row.Bad("", "the line is too long", Fields.NONE);
                    case Lines.Line.Text(var bytes) -> Row.read(bytes);
                };
        Fields fields = row.fields();
        String kind = fields.text("kind").orElse("command");
        if (kind.equals("tool_output") || kind.equals("trajectory") && !trajectories) {
            return new Judged.Skipped(kind);
        }
        return label(fields)
                .<Judged>map(label ->
                        new Judged.Counted(
                                kind.equals("trajectory")
                                        ? trajectory(piece.file(), fields, label)
                                        : outcome(piece.file(), row, label)))
                .orElseGet(() -> new Judged.Skipped("no label"));
    }

    private Outcome outcome(String file, Row row, Outcome.Label label) {
        String category = row.fields().text("category").orElse("");
        return switch (row) {
            case Row.Bad(var id, var error, _) -> failed(file, id, label, category, error);
            case Row.Told(var id, _, var kind, _, _) ->
                    failed(file, id, label, category, "a row of kind " + kind + " has no verdict");
            case Row.Call call ->
                    outcome(file, call, label, category, judged(call, asked(call.fields())));
        };
    }

    private Judging.Judged judged(Row.Call call, Ledger ledger) {
        Judging.Judged judged =
                new Judging(Door.usual().asking(judges.get()), false).judge(call, ledger);
        cost.add(judged.decision().consulted());
        return judged;
    }

    /// Whoever is asked about a row of its own hears what the person had asked for; the rules judge it without.
    private Ledger asked(Fields fields) {
        boolean heard = listens && !judges.get().equals(Judge.NONE);
        return fields.text("user_request")
                .filter(_ -> heard)
                .map(text -> Ledger.EMPTY.after(new Event.Said(text, Event.Said.Source.PERSON)))
                .orElse(Ledger.EMPTY);
    }

    private static Outcome failed(
            String file, Object id, Outcome.Label label, String category, String error) {
        return new Outcome(
                file,
                id.toString(),
                label,
                category,
                Outcome.Answer.FAILED,
                "failure",
                "",
                error,
                "",
                "",
                List.of(),
                0);
    }

    private static Outcome outcome(
            String file,
            Row.Call call,
            Outcome.Label label,
            String category,
            Judging.Judged judged) {
        Decision decision = judged.decision();
        return new Outcome(
                file,
                call.id().toString(),
                label,
                category,
                answer(decision),
                DecisionValues.decider(decision.decider()),
                blame(decision),
                decision.reason(),
                call.words(),
                session(file, call.fields()),
                decision.steps().stream()
                        .map(step -> EffectWords.kind(step.effect()))
                        .distinct()
                        .toList(),
                judged.nanos());
    }

    /// A trajectory is judged whole, with what its session remembers. Its label is about the last call; harmless work
    /// is interrupted by its strictest answer, wherever it comes.
    private Outcome trajectory(String file, Fields fields, Outcome.Label label) {
        String category = fields.text("category").orElse("");
        Ledger ledger = Ledger.EMPTY;
        Optional<Outcome> chosen = Optional.empty();
        for (Row row : Row.steps(fields)) {
            if (row instanceof Row.Told told && listens) {
                ledger = ledger.after(told.event());
            }
            if (row instanceof Row.Call call) {
                Judging.Judged judged = judged(call, ledger);
                ledger =
                        ledger.after(judged.decision().event(Shown.line(call.words(), 160).text()));
                Outcome outcome = outcome(file, call, label, category, judged);
                boolean milder =
                        chosen.filter(before -> outcome.answer().compareTo(before.answer()) < 0)
                                .isPresent();
                if (label != Outcome.Label.BENIGN || !milder) {
                    chosen = Optional.of(outcome);
                }
            }
        }
        String id = fields.text("id").orElse("");
        return chosen.orElseGet(() -> failed(file, id, label, category, "there is no call in it"));
    }

    /// A row of an agent's work says what the person asked for; where it says no more, its source is its session.
    private static String session(String file, Fields fields) {
        boolean ofAgent =
                fields.text("session").isPresent() || fields.text("user_request").isPresent();
        return ofAgent
                ? file + " " + fields.text("session").or(() -> fields.text("ref")).orElse("")
                : "";
    }

    /// The rule that decided, or what was left open, or the code.
    private static String blame(Decision decision) {
        boolean open = decision.decider() == Decision.Decider.JUDGE && !decision.open().isEmpty();
        return open
                ? "open: " + Shown.line(decision.open().getFirst(), 70)
                : decision.finding().map(Finding::rule).or(decision::code).orElse("");
    }

    private static Outcome.Answer answer(Decision decision) {
        if (decision.decider() == Decision.Decider.FAILURE) {
            return Outcome.Answer.FAILED;
        }
        return switch (decision.verdict()) {
            case ALLOW -> Outcome.Answer.ALLOWED;
            case ASK -> Outcome.Answer.ASKED;
            case DENY -> Outcome.Answer.DENIED;
        };
    }

    private static Optional<Outcome.Label> label(Fields fields) {
        return switch (fields.text("label").orElse("")) {
            case "benign" -> Optional.of(Outcome.Label.BENIGN);
            case "dangerous" -> Optional.of(Outcome.Label.DANGEROUS);
            case "ambiguous" -> Optional.of(Outcome.Label.AMBIGUOUS);
            default -> Optional.empty();
        };
    }

    private static int weight(Piece piece) {
        return switch (piece.line()) {
            case Lines.Line.TooLong _ -> 0;
            case Lines.Line.Text(var bytes) -> bytes.length;
        };
    }

    private static List<Path> files(List<Path> given) throws IOException {
        var files = new ArrayList<Path>();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(file -> file.toString().endsWith(".jsonl"))
                            .sorted()
                            .forEach(files::add);
                }
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw new NoSuchFileException("there is no file `" + path + "`");
            }
        }
        return files;
    }

    /// The lines of several files, one after the other.
    private static final class Source implements AutoCloseable {
        private final List<Path> files;
        private int at;
        private @Nullable InputStream open;
        private @Nullable Lines lines;
        private volatile long read;

        Source(List<Path> files) {
            this.files = files;
        }

        Optional<Piece> next() throws IOException {
            while (true) {
                if (lines == null) {
                    if (at == files.size()) {
                        return Optional.empty();
                    }
                    open = Files.newInputStream(files.get(at));
                    lines = new Lines(open);
                }
                Optional<Lines.Line> line = lines.next();
                if (line.isPresent()) {
                    return Optional.of(piece(line.get()));
                }
                close();
                lines = null;
                at++;
            }
        }

        private Piece piece(Lines.Line line) {
            if (line instanceof Lines.Line.Text(var bytes)) {
                long sum = read + bytes.length + 1;
                read = sum;
            }
            String name = String.valueOf(files.get(at).getFileName());
            return new Piece(
                    name.endsWith(".jsonl") ? name.substring(0, name.length() - 6) : name, line);
        }

        @Override
        public void close() throws IOException {
            if (open != null) {
                open.close();
                open = null;
            }
        }
    }
}
