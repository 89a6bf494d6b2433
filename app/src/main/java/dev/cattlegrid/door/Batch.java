package dev.cattlegrid.door;

import dev.cattlegrid.json.Json;
import dev.cattlegrid.screen.DecisionValues;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Judges many calls: JSON lines in, JSON lines out, in the order of the input.
public final class Batch {
    private final Judging judging;

    public Batch(Judging judging) {
        this.judging = judging;
    }

    /// Reads to the end of the input; a line that is no call is answered with its error.
    public void run(InputStream in, PrintWriter out) throws IOException {
        var lines = new Lines(in);
        InOrder.run(
                () -> nextFilled(lines),
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

    Map<String, Object> answer(Lines.Line line) {
        return switch (line) {
            case Lines.Line.TooLong _ ->
                    error(Json.Null.NULL, "the line is longer than " + Lines.LONGEST + " bytes");
            case Lines.Line.Text(var bytes) -> answer(Row.read(bytes));
        };
    }

    private Map<String, Object> answer(Row row) {
        return switch (row) {
            case Row.Bad(var id, var error, _) -> error(id, error);
            case Row.Call call -> {
                Judging.Judged judged = judging.judge(call);
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
                && new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).isBlank();
    }

    static int weight(Lines.Line line) {
        return switch (line) {
            case Lines.Line.TooLong _ -> 0;
            case Lines.Line.Text(var bytes) -> bytes.length;
        };
    }
}
