package dev.cattlegrid.effect.walk;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.program.Endpoints;
import dev.cattlegrid.effect.program.Outcome;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A tool of an MCP server, by its arguments: commands are read as the shell reads them, paths and addresses become
/// effects, statements of a database become what they change. Its name says whether it reads or changes; what the
/// server says of itself only adds.
final class McpTool {
    private static final Set<String> READING =
            Set.of(
                    "get",
                    "list",
                    "read",
                    "search",
                    "find",
                    "describe",
                    "fetch",
                    "query",
                    "show",
                    "view",
                    "status",
                    "count",
                    "lookup",
                    "resolve",
                    "info",
                    "inspect",
                    "check",
                    "stat",
                    "tree",
                    "grep",
                    "explain",
                    "preview",
                    "diff",
                    "log",
                    "snapshot",
                    "screenshot");
    private static final Set<String> DESTROYING =
            Set.of(
                    "delete",
                    "remove",
                    "drop",
                    "destroy",
                    "purge",
                    "truncate",
                    "erase",
                    "wipe",
                    "reset",
                    "revoke",
                    "kill",
                    "terminate",
                    "uninstall",
                    "clear");
    private static final Set<String> PUBLISHING =
            Set.of(
                    "publish", "release", "merge", "deploy", "send", "post", "email", "tweet",
                    "notify", "comment", "reply", "invite");
    private static final Set<String> COMMANDS = Set.of("command", "cmd", "script", "shell", "bash");
    private static final Set<String> CODES =
            Set.of("code", "expression", "function", "javascript", "python");
    private static final Set<String> PATHS =
            Set.of(
                    "path",
                    "file",
                    "file_path",
                    "filepath",
                    "filename",
                    "directory",
                    "dir",
                    "folder",
                    "source",
                    "destination",
                    "target",
                    "from",
                    "to",
                    "paths",
                    "files",
                    "root",
                    "old_path",
                    "new_path",
                    "output",
                    "input");
    private static final Set<String> STATEMENTS = Set.of("sql", "query", "statement");
    private static final int DEEPEST = 8;

    private final ToolCall.Mcp call;
    private final World world;
    private final Outcome.Notes notes = new Outcome.Notes();
    private final Set<String> words;
    private boolean told;

    private McpTool(ToolCall.Mcp call, World world) {
        this.call = call;
        this.world = world;
        this.words = new HashSet<>(wordsOf(call.tool()));
    }

    static List<Step> steps(ToolCall.Mcp call, World world) {
        var tool = new McpTool(call, world);
        tool.read("", call.arguments(), 0);
        tool.whole();
        return tool.notes.done().steps();
    }

    /// `create_pull_request`, `createPullRequest`, `create-pull-request` to its words.
    private static List<String> wordsOf(String name) {
        var spaced = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1))) {
                spaced.append(' ');
            }
            spaced.append(Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : ' ');
        }
        return List.of(spaced.toString().strip().split(" +"));
    }

    private boolean is(Set<String> verbs) {
        return words.stream().anyMatch(verbs::contains);
    }

    private void read(String name, Object value, int depth) {
        if (depth > DEEPEST) {
            notes.must(
                    new Effect.Unknown(
                            new Gap.Budget("arguments are nested too deeply"),
                            Bound.ANYTHING,
                            Span.NONE));
            return;
        }
        switch (value) {
            case Map<?, ?> map ->
                    map.forEach((key, inner) -> {
                        if (key instanceof String text && inner != null) {
                            read(text, inner, depth + 1);
                        }
                    });
            case List<?> list -> {
                for (Object inner : list) {
                    if (inner != null) {
                        read(name, inner, depth + 1);
                    }
                }
            }
            case String text -> text(name.toLowerCase(Locale.ROOT), text);
            default -> {}
        }
    }

    private void text(String name, String text) {
        if (COMMANDS.contains(name)) {
            told = true;
            var shell = new ToolCall.Shell(text, call.origin());
            Effects.of(shell, world)
                    .forEach(step -> notes.include(new Outcome(List.of(step), Data.NONE)));
        } else if (CODES.contains(name)) {
            notes.must(
                    new Effect.Unknown(
                            new Gap.Unread("code for `" + call.tool() + "`"),
                            Bound.ANYTHING,
                            Span.NONE));
        } else if (text.contains("://") && text.indexOf(' ') < 0) {
            address(text);
        } else if (STATEMENTS.contains(name) && isSql(text)) {
            told = true;
            statement(text);
        } else if (PATHS.contains(name)
                || text.startsWith("/") && text.indexOf('\n') < 0
                || text.startsWith("~/")) {
            path(name, text);
        }
    }

    private void address(String text) {
        told = true;
        if (text.startsWith("file://")) {
            path("path", text.substring("file://".length()));
            return;
        }
        Endpoint end = Endpoints.of(text, "https");
        if (text.indexOf('?') >= 0 || text.indexOf('@') >= 0) {
            notes.must(new Effect.Send(end, "GET", Data.spelled(text), Span.NONE));
        }
        notes.must(new Effect.Receive(end, Span.NONE));
    }

    private void path(String name, String text) {
        if (text.isBlank() || text.indexOf('\n') >= 0) {
            return;
        }
        String directory = call.origin().directory();
        if (is(DESTROYING)) {
            told = true;
            notes.must(
                    new Effect.Delete(
                            Tools.place(text, directory, World.Use.DELETE, world),
                            true,
                            Span.NONE));
        } else if (is(Set.of("move", "rename"))) {
            told = true;
            boolean from = name.contains("source") || name.contains("from") || name.contains("old");
            notes.must(
                    from
                            ? new Effect.Delete(
                                    Tools.place(text, directory, World.Use.DELETE, world),
                                    true,
                                    Span.NONE)
                            : written(text, directory));
        } else if (is(
                Set.of(
                        "write",
                        "create",
                        "edit",
                        "update",
                        "save",
                        "append",
                        "copy",
                        "upload",
                        "download",
                        "export"))) {
            told = true;
            notes.must(written(text, directory));
        } else {
            notes.must(
                    new Effect.Read(
                            Tools.place(text, directory, World.Use.READ, world), Span.NONE));
        }
    }

    private Effect written(String path, String directory) {
        Object content =
                call.arguments().getOrDefault("content", call.arguments().getOrDefault("text", ""));
        return new Effect.Write(
                Tools.place(path, directory, World.Use.CREATE, world),
                Effect.Write.Manner.CREATE,
                Data.spelled(content instanceof String text ? text : ""),
                Span.NONE);
    }

    private static boolean isSql(String text) {
        return !verb(text).isEmpty();
    }

    private static String verb(String text) {
        String start = text.strip();
        int end = 0;
        while (end < start.length() && Character.isLetter(start.charAt(end))) {
            end++;
        }
        String verb = start.substring(0, end).toUpperCase(Locale.ROOT);
        return Set.of(
                                "SELECT",
                                "WITH",
                                "SHOW",
                                "EXPLAIN",
                                "DESCRIBE",
                                "INSERT",
                                "UPDATE",
                                "DELETE",
                                "CREATE",
                                "ALTER",
                                "DROP",
                                "TRUNCATE",
                                "GRANT",
                                "REVOKE",
                                "REPLACE",
                                "MERGE",
                                "PRAGMA",
                                "VACUUM",
                                "COPY",
                                "CALL",
                                "EXEC")
                        .contains(verb)
                ? verb
                : "";
    }

    private void statement(String text) {
        for (String each : text.split(";")) {
            String verb = verb(each);
            if (each.isBlank()) {
                continue;
            }
            String upper = each.toUpperCase(Locale.ROOT);
            var change =
                    switch (verb) {
                        case "SELECT", "SHOW", "EXPLAIN", "DESCRIBE" ->
                                upper.contains(" INTO ")
                                        ? Effect.Remote.Change.CHANGE
                                        : Effect.Remote.Change.READ;
                        case "DROP", "TRUNCATE" -> Effect.Remote.Change.DESTROY;
                        case "DELETE", "UPDATE" ->
                                upper.contains(" WHERE ")
                                        ? Effect.Remote.Change.CHANGE
                                        : Effect.Remote.Change.DESTROY;
                        case "INSERT", "CREATE", "ALTER", "GRANT", "REVOKE", "REPLACE", "MERGE" ->
                                Effect.Remote.Change.CHANGE;
                        default -> Effect.Remote.Change.UNKNOWN;
                    };
            notes.must(new Effect.Remote(call.server(), verb, "", change, false, Span.NONE));
        }
    }

    /// The tool as a whole: what its name says, what the server warns of.
    private void whole() {
        String target =
                call.arguments()
                        .getOrDefault("name", call.arguments().getOrDefault("id", ""))
                        .toString();
        Effect.Remote.Change change = change();
        boolean silent = told && change == Effect.Remote.Change.READ;
        if (!silent && !(told && change == Effect.Remote.Change.UNKNOWN)) {
            notes.must(
                    new Effect.Remote(
                            call.server(),
                            call.tool(),
                            target.length() > 200 ? "" : target,
                            change,
                            false,
                            Span.NONE));
        }
        if (change == Effect.Remote.Change.UNKNOWN && !told) {
            notes.must(
                    new Effect.Unknown(
                            new Gap.UnknownTool(call.server() + "/" + call.tool()),
                            Bound.ANYTHING,
                            Span.NONE));
        }
    }

    private Effect.Remote.Change change() {
        if (call.hints().destructive() || is(DESTROYING)) {
            return Effect.Remote.Change.DESTROY;
        }
        if (is(PUBLISHING)) {
            return Effect.Remote.Change.PUBLISH;
        }
        List<String> all = wordsOf(call.tool());
        boolean reads =
                READING.contains(all.getFirst()) || all.size() > 1 && READING.contains(all.get(1));
        boolean secret =
                words.contains("secret")
                        || words.contains("secrets")
                        || words.contains("token")
                        || words.contains("credentials");
        if (reads) {
            return secret ? Effect.Remote.Change.READ_SECRET : Effect.Remote.Change.READ;
        }
        return is(
                        Set.of(
                                "create", "update", "add", "set", "write", "edit", "insert", "move",
                                "rename", "copy", "upload", "assign", "close", "open", "push"))
                ? Effect.Remote.Change.CHANGE
                : Effect.Remote.Change.UNKNOWN;
    }
}
