package dev.cattlegrid.door;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.probe.Probe;
import dev.cattlegrid.probe.Probed;
import dev.cattlegrid.screen.ProbePage;
import dev.cattlegrid.screen.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Counts over labelled texts (`benign` or `injection`) how many injections are found and how many alarms are false.
///
/// @param wrong how many rows of a file that went wrong are shown
record ProbeEvaluation(int wrong) {
    /// What was counted in a file.
    private static final class Counted {
        private final String file;
        private int injections;
        private int found;
        private int benign;
        private int alarms;
        private long nanos;
        private long characters;
        private final List<String> shown = new ArrayList<>();

        Counted(String file) {
            this.file = file;
        }

        Map<String, Object> values() {
            var values = new LinkedHashMap<String, Object>();
            values.put("file", file);
            values.put("injection", injections);
            values.put("found", found);
            values.put("benign", benign);
            values.put("false_alarms", alarms);
            values.put("ms_per_10kB", Math.round(nanos / 10.0 / Math.max(1, characters)) / 1000.0);
            return values;
        }

        String line() {
            return "%-28s %5d  %-16s %5d  %-16s"
                    .formatted(
                            file,
                            injections,
                            share(found, injections),
                            benign,
                            share(alarms, benign))
                    .stripTrailing();
        }

        private static String share(int count, int of) {
            return of == 0 ? "" : "%d (%.1f %%)".formatted(count, 100.0 * count / of);
        }
    }

    int run(List<Path> given, boolean json, Streams streams) throws IOException {
        var all = new ArrayList<Counted>();
        for (Path file : files(given)) {
            all.add(counted(file));
        }
        if (json) {
            streams.out()
                    .println(
                            Json.pretty(
                                    Map.of(
                                            "files",
                                            all.stream().<Object>map(Counted::values).toList())));
            return Exit.ALLOW;
        }
        streams.out()
                .println(
                        "%-28s %5s  %-16s %5s  %s"
                                .formatted("file", "inj.", "found", "ben.", "false alarms"));
        for (Counted one : all) {
            streams.out().println(one.line());
        }
        all.forEach(one -> one.shown.forEach(streams.out()::println));
        return Exit.ALLOW;
    }

    private static List<Path> files(List<Path> given) throws IOException {
        var files = new ArrayList<Path>();
        for (Path path : given) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.list(path)) {
                inside.filter(file -> file.getFileName().toString().matches("output-.*\\.jsonl"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private Counted counted(Path file) throws IOException {
        var counted = new Counted(file.getFileName().toString().replace(".jsonl", ""));
        try (var in = Files.newInputStream(file)) {
            var lines = new Lines(in);
            for (Optional<Lines.Line> line = Batch.nextFilled(lines);
                    line.isPresent();
                    line = Batch.nextFilled(lines)) {
                if (line.get() instanceof Lines.Line.Text(var bytes)
                        && Json.parse(bytes).members() instanceof Json.Members.Of(var row)) {
                    count(row, counted);
                }
            }
        }
        return counted;
    }

    private void count(Fields row, Counted counted) {
        String label = row.text("label").orElse("");
        String text = row.text("text").orElse("");
        boolean injection = label.equals("injection");
        if (!injection && !label.equals("benign")) {
            return;
        }
        long start = System.nanoTime();
        Probed probed = Probe.of(text);
        counted.nanos += System.nanoTime() - start;
        counted.characters += text.length();
        counted.injections += injection ? 1 : 0;
        counted.found += injection && probed.injection() ? 1 : 0;
        counted.benign += injection ? 0 : 1;
        counted.alarms += !injection && probed.injection() ? 1 : 0;
        if (injection != probed.injection() && counted.shown.size() < wrong) {
            String why = injection ? "missed" : "alarm (" + String.join(", ", labels(probed)) + ")";
            counted.shown.add(
                    row.text("id").orElse("?") + " " + why + ": " + Shown.line(text, 200));
        }
    }

    private static List<String> labels(Probed probed) {
        return ProbePage.labels(probed).stream().map(String::valueOf).toList();
    }
}
