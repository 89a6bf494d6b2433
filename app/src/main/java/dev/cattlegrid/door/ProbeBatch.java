package dev.cattlegrid.door;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.probe.Probe;
import dev.cattlegrid.probe.Probed;
import dev.cattlegrid.screen.ProbePage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads many texts: JSON lines in, JSON lines out, in the order of the input.
final class ProbeBatch {
    /// Reads to the end of the input; a line that holds no text is answered with its error.
    void run(InputStream in, PrintWriter out) throws IOException {
        var lines = new Lines(in);
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
                    switch (Json.parse(bytes).members()) {
                        case Json.Members.None(var what) -> error(Json.Null.NULL, what);
                        case Json.Members.Of(var fields) -> answer(fields);
                    };
        };
    }

    private static Map<String, Object> answer(Fields row) {
        Object id = row.values().getOrDefault("id", Json.Null.NULL);
        Optional<String> text = row.text("text");
        if (text.isEmpty()) {
            return error(id, "the row has no `text`");
        }
        long start = System.nanoTime();
        Probed probed = Probe.of(text.get());
        long nanos = System.nanoTime() - start;
        var values = new LinkedHashMap<String, Object>();
        values.put("id", id);
        values.put("injection", probed.injection());
        values.put("signs", ProbePage.labels(probed));
        values.put("micros", nanos / 1000);
        return values;
    }

    private static Map<String, Object> error(Object id, String error) {
        var values = new LinkedHashMap<String, Object>();
        values.put("id", id);
        values.put("error", error);
        return values;
    }
}
