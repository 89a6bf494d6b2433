package dev.cattlegrid.effect.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the variables of CI systems lead that name a job's own files and directories: its checkout, or the runner's
/// scratch. The table is `runner-variables.txt`.
final class RunnerVariables {
    private static final String SCRATCH = "/tmp/_runner/";

    /// What the table says, by name.
    private static final Map<String, String> TABLE = load();

    private RunnerVariables() {}

    /// @param workspace the checkout, absolute
    static Optional<String> valueOf(String name, String workspace) {
        return Optional.ofNullable(TABLE.get(name)).map(place -> resolved(place, workspace));
    }

    private static String resolved(String place, String workspace) {
        return place.startsWith(".") ? workspace + place.substring(1) : SCRATCH + place;
    }

    private static Map<String, String> load() {
        Map<String, String> table = new HashMap<>();
        for (String line : text().lines().toList()) {
            if (line.startsWith("  ")) {
                List<String> words = List.of(line.strip().split(" +"));
                table.put(words.getFirst(), words.getLast());
            }
        }
        return Map.copyOf(table);
    }

    private static String text() {
        try (InputStream in = RunnerVariables.class.getResourceAsStream("runner-variables.txt")) {
            if (in == null) {
                throw new IllegalStateException("runner-variables.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
