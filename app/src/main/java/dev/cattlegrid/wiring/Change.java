package dev.cattlegrid.wiring;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What wiring changes: each file that it touches, before and after.
public record Change(List<Edit> edits) {
    public static final Change NONE = new Change(List.of());

    public Change {
        edits = edits.stream().filter(edit -> !edit.before().equals(edit.after())).toList();
    }

    /// @param before nothing where the file is not there
    /// @param after nothing where the file goes
    public record Edit(Path file, Optional<String> before, Optional<String> after) {}

    /// Both, one after the other.
    public Change and(Change other) {
        var all = new ArrayList<>(edits);
        all.addAll(other.edits);
        return new Change(all);
    }

    /// As `diff -u` shows it; nothing where nothing changes.
    public String diff() {
        return edits.stream().map(Change::diff).collect(Collectors.joining());
    }

    private static String diff(Edit edit) {
        List<String> before = edit.before().orElse("").lines().toList();
        List<String> after = edit.after().orElse("").lines().toList();
        String file = edit.file().toString();
        return String.join(
                        "\n",
                        UnifiedDiffUtils.generateUnifiedDiff(
                                edit.before().isPresent() ? file : "/dev/null",
                                edit.after().isPresent() ? file : "/dev/null",
                                before,
                                DiffUtils.diff(before, after),
                                3))
                + "\n";
    }

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
