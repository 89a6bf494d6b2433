package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import java.util.ArrayList;
import java.util.List;

/// Reads the patches of the tool `apply_patch`: `*** Add File:`, `*** Update File:`, `*** Move to:`, `*** Delete File:`.
///
/// Source: the grammar in the tool's own description (Codex 0.169).
final class Patch {
    private static final String ADD = "*** Add File: ";
    private static final String UPDATE = "*** Update File: ";
    private static final String DELETE = "*** Delete File: ";
    private static final String MOVE = "*** Move to: ";

    private final Origin origin;
    private final List<ToolCall> calls = new ArrayList<>();

    private Patch(Origin origin) {
        this.origin = origin;
    }

    static Asked read(String text, Origin origin) {
        var patch = new Patch(origin);
        List<String> lines = text.lines().toList();
        int at = 0;
        while (at < lines.size()) {
            int end = at + 1;
            while (end < lines.size() && !isHeader(lines.get(end))) {
                end++;
            }
            patch.section(lines.get(at), lines.subList(at + 1, end));
            at = end;
        }
        return patch.calls.isEmpty()
                ? new Asked.Refused("the patch names no file")
                : new Asked.Calls(patch.calls);
    }

    private static boolean isHeader(String line) {
        return line.startsWith(ADD) || line.startsWith(UPDATE) || line.startsWith(DELETE);
    }

    private void section(String header, List<String> body) {
        if (header.startsWith(ADD)) {
            calls.add(
                    new ToolCall.Write(
                            header.substring(ADD.length()).strip(), marked(body, '+'), origin));
        } else if (header.startsWith(UPDATE)) {
            update(header.substring(UPDATE.length()).strip(), body);
        } else if (header.startsWith(DELETE)) {
            calls.add(Tools.deletion(header.substring(DELETE.length()).strip(), origin));
        }
    }

    private void update(String path, List<String> body) {
        var changes = new ArrayList<ToolCall.Edit.Change>();
        var hunk = new ArrayList<String>();
        for (String line : body) {
            if (line.startsWith("@@")) {
                addChange(hunk, changes);
                hunk.clear();
            } else if (line.startsWith(MOVE)) {
                calls.add(Tools.move(path, line.substring(MOVE.length()).strip(), origin));
            } else {
                hunk.add(line);
            }
        }
        addChange(hunk, changes);
        calls.add(new ToolCall.Edit(path, changes, origin));
    }

    private static void addChange(List<String> hunk, List<ToolCall.Edit.Change> changes) {
        String before = marked(hunk, '-');
        String after = marked(hunk, '+');
        if (!before.isEmpty() || !after.isEmpty()) {
            changes.add(new ToolCall.Edit.Change(before, after));
        }
    }

    private static String marked(List<String> lines, char mark) {
        var text = new StringBuilder();
        for (String line : lines) {
            if (!line.isEmpty() && line.charAt(0) == mark) {
                text.append(line, 1, line.length()).append('\n');
            }
        }
        return text.toString();
    }
}
