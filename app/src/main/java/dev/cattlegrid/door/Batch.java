package dev.cattlegrid.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.cattlegrid.json.Json;
import dev.cattlegrid.ledger.Event;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.screen.DecisionValues;
import dev.cattlegrid.screen.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Judges many calls: JSON lines in, JSON lines out, in the order of the input.
public final class Batch {
    private final Judging judging;

    public Batch(Judging judging) {
        this.judging = judging;
    }

    /// A line to answer, and its turn where it belongs to a session.
    private record Work(Lines.Line line, Optional<BatchSessions.Turn> turn) {}

    /// Reads to the end of the input; a line that is no call is answered with its error.
    public void run(InputStream in, PrintWriter out) throws IOException {
        var lines = new Lines(in);
        var sessions = new BatchSessions();
        InOrder.run(
                () -> nextFilled(lines).map(line -> new Work(line, turn(line, sessions))),
                work -> weight(work.line()),
                work -> Json.print(answer(work)),
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

    private static Optional<BatchSessions.Turn> turn(Lines.Line line, BatchSessions sessions) {
        if (!(line instanceof Lines.Line.Text(var bytes))
                || !new String(bytes, ISO_8859_1).contains("\"session\"")) {
            return Optional.empty();
        }
        String session = Row.read(bytes).fields().text("session").orElse("");
        return session.isEmpty() ? Optional.empty() : Optional.of(sessions.next(session));
    }

    private Map<String, Object> answer(Work work) {
        if (work.turn().isEmpty()) {
            return answer(work.line(), Ledger.EMPTY, _ -> {});
        }
        BatchSessions.Turn turn = work.turn().get();
        Ledger ledger = turn.before().join();
        var after = new AtomicReference<>(ledger);
        try {
            return answer(work.line(), ledger, event -> after.set(ledger.after(event)));
        } finally {
            turn.after().complete(after.get());
        }
    }

    private Map<String, Object> answer(Lines.Line line, Ledger ledger, Consumer<Event> happened) {
        return switch (line) {
            case Lines.Line.TooLong _ ->
                    error(Json.Null.NULL, "the line is longer than " + Lines.LONGEST + " bytes");
            case Lines.Line.Text(var bytes) -> answer(Row.read(bytes), ledger, happened);
        };
    }

    private Map<String, Object> answer(Row row, Ledger ledger, Consumer<Event> happened) {
        return switch (row) {
            case Row.Bad(var id, var error, _) -> error(id, error);
            case Row.Told told -> {
                happened.accept(told.event());
                var values = new LinkedHashMap<String, Object>();
                values.put("id", told.id());
                values.put("noted", told.kind());
                yield values;
            }
            case Row.Call call -> {
                Judging.Judged judged = judging.judge(call, ledger);
                happened.accept(judged.decision().event(Shown.line(call.words(), 160).text()));
                var values = new LinkedHashMap<String, Object>();
                values.put("id", call.id());
                values.putAll(DecisionValues.brief(judged.decision()));
                values.put("micros", judged.nanos() / 1000);
                yield values;
            }
        };
    }

    private static Map<String, Object> error(Object id, String error) {
        var values = new LinkedHashMap<String, Object>();
        values.put("id", id);
        values.put("error", error);
        return values;
    }

    static Optional<Lines.Line> nextFilled(Lines lines) throws IOException {
        Optional<Lines.Line> next = lines.next();
        while (next.isPresent() && isBlank(next.get())) {
            next = lines.next();
        }
        return next;
    }

    private static boolean isBlank(Lines.Line line) {
        return line instanceof Lines.Line.Text(var bytes)
                && bytes.length < 64
                && new String(bytes, ISO_8859_1).isBlank();
    }

    static int weight(Lines.Line line) {
        return switch (line) {
            case Lines.Line.TooLong _ -> 0;
            case Lines.Line.Text(var bytes) -> bytes.length;
        };
    }
}
