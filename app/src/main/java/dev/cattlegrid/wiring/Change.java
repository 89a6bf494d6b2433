package dev.cattlegrid.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What wiring changes: each file that it touches, before and after.
public record Change(List<Edit> edits) {
    public static final Change NONE = new Change(List.of());

    public Change {
        edits = edits.stream().filter(edit -> !edit.before().equals(edit.after())).toList();
    }

    /// @param before nothing where the file is not there
    /// @param after nothing where the file goes
    public record Edit(Path file, Optional<String> before, Optional<String> after) {}

    public boolean isNothing() {
        return edits.isEmpty();
    }

    /// Writes all of it; each file is replaced at once or not at all.
    public void write() throws IOException {
        for (Edit edit : edits) {
            TextFile file = new TextFile(edit.file());
            if (edit.after().isPresent()) {
                file.write(edit.after().get());
            } else {
                file.delete();
            }
        }
    }
}
