package dev.cattlegrid.host;

import dev.cattlegrid.json.Fields;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a tool gave back, as hosts tell it once a call has come to its end.
///
/// @param tool as the host names it
/// @param about the file, address or command that the call was given; empty where it names none
/// @param file that the text is the content of, absolute; nothing where the call names none
/// @param text all that the agent gets to read of it; empty where that is what the agent wrote itself
public record Returned(String tool, String about, Optional<String> file, String text) {
    /// Of more than this the rest is left out.
    private static final int LONGEST = 4 << 20;

    private static final int DEEPEST = 16;

    private static final List<String> RESULTS =
            List.of(
                    "tool_response",
                    "tool_output",
                    "toolResult",
                    "result_json",
                    "tool_result",
                    "output",
                    "error");

    private static final List<String> FILES =
            List.of(
                    "file_path",
                    "absolute_path",
                    "filePath",
                    "target_file",
                    "notebook_path",
                    "path");

    /// Tools that give back what they were given.
    private static final Set<String> WRITERS =
            Set.of(
                    "write",
                    "edit",
                    "multiedit",
                    "notebookedit",
                    "write_file",
                    "replace",
                    "edit_file",
                    "apply_patch",
                    "create",
                    "create_file",
                    "str_replace",
                    "search_replace",
                    "insert",
                    "todowrite",
                    "todo_write",
                    "taskcreate",
                    "taskupdate",
                    "update_plan",
                    "delete",
                    "delete_file");

    /// Members that hold what the agent knows already, or no text.
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "returndisplay",
                    "metadata",
                    "structuredpatch",
                    "originalfile",
                    "oldstring",
                    "newstring",
                    "base64",
                    "type",
                    "mimetype",
                    "filepath",
                    "file_path",
                    "prompt",
                    "status",
                    "agentid");

    /// @param directory of the call
    public static Returned of(Fields payload, String directory) {
        String tool = payload.text("tool_name", "toolName").orElse("");
        Fields input =
                payload.object("tool_input")
                        .or(() -> payload.object("toolArgs"))
                        .or(() -> payload.text("tool_input", "toolArgs").flatMap(Payload::object))
                        .orElse(Fields.NONE);
        return of(tool, input, text(payload), directory);
    }

    /// @param input that the tool was given
    public static Returned of(String tool, Fields input, String text, String directory) {
        Optional<String> file =
                FILES.stream().flatMap(name -> input.text(name).stream()).findFirst();
        String about = input.text("url", "command", "query").or(() -> file).orElse("");
        boolean own = WRITERS.contains(tool.toLowerCase(Locale.ROOT));
        return new Returned(
                tool, about, file.map(name -> absolute(name, directory)), own ? "" : text);
    }

    private static String absolute(String name, String directory) {
        boolean path = name.indexOf('\0') < 0 && directory.startsWith("/");
        return path ? Path.of(directory).resolve(name).normalize().toString() : name;
    }

    private static String text(Fields payload) {
        var text = new StringBuilder();
        for (String name : RESULTS) {
            Object value = payload.values().get(name);
            if (value != null) {
                add(value, 0, text);
            }
        }
        return text.toString();
    }

    private static void add(Object value, int depth, StringBuilder text) {
        if (depth > DEEPEST || text.length() >= LONGEST) {
            return;
        }
        switch (value) {
            case String plain -> addText(plain, text);
            case Map<?, ?> members ->
                    members.forEach((name, member) -> {
                        if (!LEFT_OUT.contains(String.valueOf(name).toLowerCase(Locale.ROOT))) {
                            add(member, depth + 1, text);
                        }
                    });
            case List<?> elements -> elements.forEach(element -> add(element, depth + 1, text));
            default -> {}
        }
    }

    private static void addText(String plain, StringBuilder text) {
        if (plain.isBlank()) {
            return;
        }
        if (!text.isEmpty()) {
            text.append("\n\n");
        }
        text.append(plain, 0, Math.min(plain.length(), LONGEST - Math.min(LONGEST, text.length())));
    }
}
