package dev.cattlegrid.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;

/// The line `observe` in the user's own settings of the gate: whether it only watches.
///
/// @param file the settings
record Observing(Path file) {
    private static final String NAME = "observe";

    /// @throws IllegalArgumentException in the user's words, where the settings are not TOML
    Change set(boolean value) throws IOException {
        Optional<String> before = new TextFile(file).read();
        String text = before.orElse("");
        if (Toml.parse(text).hasErrors()) {
            throw new IllegalArgumentException("`" + file + "` is not TOML; mend that first");
        }
        boolean now = Boolean.TRUE.equals(Toml.parse(text).get(List.of(NAME)));
        return now == value
                ? Change.NONE
                : new Change(
                        List.of(new Change.Edit(file, before, Optional.of(with(text, value)))));
    }

    /// A line of its own before the first table, in the place of the one that is there.
    private static String with(String text, boolean value) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        String line = NAME + " = " + value;
        for (int i = 0; i < lines.size() && !lines.get(i).strip().startsWith("["); i++) {
            if (lines.get(i).strip().matches(NAME + "\\s*=.*")) {
                lines.set(i, line);
                return String.join("\n", lines) + "\n";
            }
        }
        lines.addFirst(line);
        return String.join("\n", lines) + "\n";
    }
}
