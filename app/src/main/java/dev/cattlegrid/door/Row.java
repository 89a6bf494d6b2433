package dev.cattlegrid.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.ledger.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A line of a batch: a call and what is told of where it would run.
public sealed interface Row {
    String PROJECT = "files of the project: ";

    /// Whatever the line gives as its `id`; [Json.Null] where it gives none.
    Object id();

    /// The whole line, for those who need its label; nothing where it is not an object.
    Fields fields();

    /// @param directory where the call is made, absolute; empty where the line does not say
    /// @param files texts of files, by path
    record Call(
            Object id,
            String tool,
            Fields input,
            Optional<String> directory,
            boolean contained,
            Map<String, String> files,
            String session,
            Fields fields)
            implements Row {
        public Call {
            files = Map.copyOf(files);
        }

        /// The permission mode that it is made in; where the line does not say, the gate decides.
        Origin.Mode mode() {
            return fields.text("mode").flatMap(Origin.Mode::named).orElse(Origin.Mode.AUTO);
        }

        /// The command, where the call is one for a shell.
        public Optional<String> command() {
            return input.text("command", "cmd");
        }

        /// The call in its own words.
        public String words() {
            return command().orElse(tool + " " + input.values());
        }
    }

    /// Something that happened in a session and is no call: words of a person, a result.
    ///
    /// @param kind `user` or `result`
    record Told(Object id, String session, String kind, String text, Fields fields) implements Row {
        /// What the session hears of it.
        public Event.Said event() {
            return new Event.Said(
                    text, kind.equals("user") ? Event.Said.Source.PERSON : Event.Said.Source.TOOL);
        }
    }

    /// @param error one lower-case sentence without a full stop
    record Bad(Object id, String error, Fields fields) implements Row {}

    static Row read(byte[] line) {
        return switch (Json.parse(line).members()) {
            case Json.Members.None(var what) -> new Bad(Json.Null.NULL, what, Fields.NONE);
            case Json.Members.Of(var fields) -> read(fields);
        };
    }

    private static Row read(Fields fields) {
        Object id = fields.values().getOrDefault("id", Json.Null.NULL);
        return switch (fields.text("kind").orElse("command")) {
            case "tool_output" ->
                    new Bad(id, "the row is the output of a tool and no call", fields);
            case "trajectory" -> last(id, fields);
            default -> call(id, fields, fields);
        };
    }

    /// The last of the calls of a trajectory: the one that its label is about.
    private static Row last(Object id, Fields fields) {
        List<Fields> calls =
                fields.objects("steps").stream().filter(step -> step.has("tool")).toList();
        return calls.isEmpty()
                ? new Bad(id, "the row has no step with a `tool`", fields)
                : call(id, calls.getLast(), fields);
    }

    private static Row call(Object id, Fields call, Fields row) {
        if (isTold(call, row)) {
            return told(id, row);
        }
        Optional<String> command = call.text("command");
        String tool = call.text("tool").orElse("Bash");
        Fields input =
                call.object("input")
                        .orElseGet(() ->
                                command.map(text -> new Fields(Map.of("command", text)))
                                        .orElse(Fields.NONE));
        if (!call.has("tool") && command.isEmpty()) {
            return new Bad(id, "the row has neither `tool` nor `command`", row);
        }
        if (call.has("input") && call.object("input").isEmpty()) {
            return new Bad(id, "`input` is not an object", row);
        }
        Optional<String> mode = row.text("mode");
        if (mode.isPresent() && mode.flatMap(Origin.Mode::named).isEmpty()) {
            return new Bad(id, "`mode` is not a permission mode", row);
        }
        Optional<String> told = row.text("cwd");
        if (told.isPresent() && !told.get().startsWith("/")) {
            return new Bad(id, "`cwd` is not an absolute path", row);
        }
        String hint = row.text("cwd_hint").orElse("");
        return new Call(
                id,
                tool,
                input,
                told.or(() -> absolute(hint)).or(() -> Workplaces.of(row)),
                row.isTrue("contained") || hint.contains("container"),
                files(row),
                row.text("session").orElse(""),
                row);
    }

    private static boolean isTold(Fields call, Fields row) {
        return row.has("session")
                && (row.has("user") || row.has("result"))
                && !call.has("tool")
                && !call.has("command");
    }

    private static Row told(Object id, Fields row) {
        String kind = row.has("user") ? "user" : "result";
        return new Told(id, row.text("session").orElse(""), kind, row.text(kind).orElse(""), row);
    }

    /// The calls of a trajectory in their order, with what a person said between them.
    static List<Row> steps(Fields fields) {
        Object id = fields.values().getOrDefault("id", Json.Null.NULL);
        var rows = new ArrayList<Row>();
        fields.text("user_request")
                .ifPresent(text -> rows.add(new Told(id, "", "user", text, fields)));
        for (Fields step : fields.objects("steps")) {
            if (step.has("tool")) {
                rows.add(call(id, step, fields));
            } else {
                step.text("user")
                        .ifPresent(text -> rows.add(new Told(id, "", "user", text, fields)));
            }
        }
        return rows;
    }

    private static Optional<String> absolute(String hint) {
        String first = hint.strip().split("\\s", 2)[0];
        return first.startsWith("/") ? Optional.of(first) : Optional.empty();
    }

    /// A trajectory may tell the files of its project in its context.
    private static Optional<Fields> project(String context) {
        if (!context.startsWith(PROJECT)) {
            return Optional.empty();
        }
        return Json.parse(context.substring(PROJECT.length()).getBytes(UTF_8)).members()
                        instanceof Json.Members.Of(var files)
                ? Optional.of(files)
                : Optional.empty();
    }

    private static Map<String, String> files(Fields row) {
        var files = new LinkedHashMap<String, String>();
        row.object("files")
                .or(() -> row.text("context").flatMap(Row::project))
                .orElse(Fields.NONE)
                .values()
                .forEach((path, text) -> {
                    if (text instanceof String known) {
                        files.put(path, known);
                    }
                });
        return files;
    }
}
