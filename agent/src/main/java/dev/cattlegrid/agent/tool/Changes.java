package dev.cattlegrid.agent.tool;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.file.Path;
import java.util.List;

/// Two states of a file, as a person wants to see them.
final class Changes {
    private static final int AROUND = 3;
    private static final int MOST = 400;

    private Changes() {}

    static Done.View.Diff between(Path file, String before, String after) {
        List<String> old = before.lines().toList();
        List<String> all =
                UnifiedDiffUtils.generateUnifiedDiff(
                        "before",
                        "after",
                        old,
                        DiffUtils.diff(old, after.lines().toList()),
                        AROUND);
        List<String> lines = all.stream().skip(2).toList();
        int added = (int) lines.stream().filter(line -> line.startsWith("+")).count();
        int removed = (int) lines.stream().filter(line -> line.startsWith("-")).count();
        return new Done.View.Diff(
                file.toString(), lines.stream().limit(MOST).toList(), added, removed);
    }
}
