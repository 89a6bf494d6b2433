package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ShellState;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The tools of the hosts by their names, put into the words that every host shares.
///
/// Names and fields are those of Claude Code 2.1, Codex 0.169, Gemini CLI 0.61, Qwen Code 0.24, opencode 1.18,
/// Cursor and GitHub Copilot CLI.
public final class Tools {
    /// The most characters of a command that are read.
    public static final int LONGEST_COMMAND = 1 << 20;

    private static final String[] PATHS = {
        "file_path", "filePath", "path", "absolute_path", "notebook_path", "dir_path", "target_file"
    };

    /// Tools that stay inside their host. What they start is asked about as a call of its own.
    private static final Set<String> INNER =
            Set.of(
                    "TodoWrite",
                    "TodoRead",
                    "todowrite",
                    "todoread",
                    "todo_write",
                    "write_todos",
                    "update_plan",
                    "EnterPlanMode",
                    "ExitPlanMode",
                    "exit_plan_mode",
                    "enter_plan_mode",
                    "AskUserQuestion",
                    "ask_user",
                    "ask_user_question",
                    "request_user_input",
                    "ToolSearch",
                    "TaskCreate",
                    "TaskUpdate",
                    "TaskList",
                    "TaskGet",
                    "TaskOutput",
                    "TaskStop",
                    "BashOutput",
                    "AgentOutput",
                    "AgentOutputTool",
                    "KillShell",
                    "KillBash",
                    "wait_agent",
                    "close_agent",
                    "multi_agent_v1wait_agent",
                    "multi_agent_v1close_agent",
                    "complete_task",
                    "StructuredOutput",
                    "ListMcpResourcesTool",
                    "list_mcp_resources",
                    "question",
                    "update_todo",
                    "report_intent",
                    "read_bash",
                    "stop_bash",
                    "list_bash",
                    "read_agent",
                    "list_agents");

    private static final Map<String, Function<Tools, Asked>> READERS =
            readers().entrySet().stream()
                    .flatMap(entry ->
                            entry.getKey().stream().map(name -> Map.entry(name, entry.getValue())))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String tool;
    private final Fields input;
    private final Origin origin;

    private Tools(String tool, Fields input, Origin origin) {
        this.tool = tool;
        this.input = input;
        this.origin = origin;
    }

    /// What a call of a tool asks for.
    ///
    /// @param input the tool's arguments, as its host has them
    public static Asked read(String tool, Fields input, Origin origin) {
        if (tool.isBlank()) {
            return new Asked.Refused("the tool has no name");
        }
        if (INNER.contains(tool)) {
            return Asked.one(new ToolCall.Inner(tool, origin));
        }
        var reading = new Tools(tool, input, origin);
        Function<Tools, Asked> reader = READERS.get(tool);
        if (reader != null) {
            return reader.apply(reading);
        }
        return tool.startsWith("mcp_") ? reading.mcp() : reading.other();
    }

    /// A command line that was given by itself.
    public static Asked command(String command, Origin origin) {
        if (command.indexOf('\0') >= 0) {
            return new Asked.Refused("the command holds a NUL byte, which no shell can be given");
        }
        if (command.length() > LONGEST_COMMAND) {
            return new Asked.Refused(
                    "the command has "
                            + command.length()
                            + " characters, and at most "
                            + LONGEST_COMMAND
                            + " are read");
        }
        return Asked.one(new ToolCall.Shell(command, origin));
    }

    /// A file that a tool of the host deletes: the same as `rm` would.
    static ToolCall deletion(String path, Origin origin) {
        return new ToolCall.Shell("rm -f -- " + quoted(path), origin);
    }

    static ToolCall move(String from, String to, Origin origin) {
        return new ToolCall.Shell("mv -f -- " + quoted(from) + " " + quoted(to), origin);
    }

    private static Map<Set<String>, Function<Tools, Asked>> readers() {
        return Map.ofEntries(
                Map.entry(
                        Set.of(
                                "Bash",
                                "bash",
                                "shell",
                                "local_shell",
                                "exec_command",
                                "run_shell_command",
                                "run_terminal_cmd",
                                "Shell",
                                "Monitor"),
                        tools -> tools.shell(tools.origin)),
                Map.entry(Set.of("PowerShell", "powershell"), Tools::powerShell),
                Map.entry(
                        Set.of(
                                "Read",
                                "read",
                                "read_file",
                                "view_image",
                                "NotebookRead",
                                "View",
                                "view",
                                "ReadFile"),
                        tools -> tools.atPath(path -> new ToolCall.Read(path, tools.origin))),
                Map.entry(Set.of("read_many_files"), Tools::readMany),
                Map.entry(
                        Set.of("Write", "write", "write_file", "WriteFile", "create"),
                        Tools::write),
                Map.entry(Set.of("str_replace_editor"), Tools::editor),
                Map.entry(
                        Set.of("Edit", "edit", "replace", "MultiEdit", "multiedit", "StrReplace"),
                        Tools::edit),
                Map.entry(Set.of("NotebookEdit", "notebook_edit"), Tools::notebook),
                Map.entry(
                        Set.of("Delete", "delete_file", "DeleteFile"),
                        tools -> tools.atPath(path -> deletion(path, tools.origin))),
                Map.entry(Set.of("apply_patch", "ApplyPatch", "patch"), Tools::patch),
                Map.entry(
                        Set.of("WebFetch", "web_fetch", "webfetch", "fetch", "FetchUrl"),
                        Tools::fetch),
                Map.entry(
                        Set.of("WebSearch", "web_search", "websearch", "google_web_search"),
                        tools -> tools.search(ToolCall.Search.Kind.WEB, "query")),
                Map.entry(
                        Set.of(
                                "Grep",
                                "grep",
                                "rg",
                                "grep_search",
                                "search_file_content",
                                "SearchText"),
                        tools -> tools.search(ToolCall.Search.Kind.CONTENT, "pattern", "query")),
                Map.entry(
                        Set.of("Glob", "glob", "find_files", "FindFiles"),
                        tools -> tools.search(ToolCall.Search.Kind.NAMES, "pattern", "query")),
                Map.entry(
                        Set.of("LS", "ls", "list", "list_directory", "list_dir", "ReadFolder"),
                        Tools::list),
                Map.entry(
                        Set.of("Task", "task", "Agent", "agent", "spawn_agent", "invoke_agent"),
                        Tools::spawn));
    }

    private Asked shell(Origin from) {
        Optional<String> command = input.text("command", "cmd").or(this::words);
        if (command.isEmpty()) {
            return missing("command");
        }
        return directory()
                .map(directory -> within(from, directory))
                .map(there -> command(command.get(), there))
                .orElseGet(() -> command(command.get(), from));
    }

    private Asked powerShell() {
        return shell(
                new Origin(
                        origin.host(),
                        origin.session(),
                        origin.agent(),
                        origin.directory(),
                        origin.mode(),
                        new ShellState(
                                ShellState.Dialect.POWERSHELL,
                                origin.shell().lasting(),
                                origin.shell().variables()),
                        origin.contained()));
    }

    private Asked write() {
        Optional<String> content = input.text("content", "contents", "file_text");
        return atPath(path ->
                content.<ToolCall>map(text -> new ToolCall.Write(path, text, origin))
                        .orElseGet(() -> new ToolCall.Edit(path, List.of(), origin)));
    }

    /// One tool for several: its `command` says which.
    private Asked editor() {
        return switch (input.text("command").orElse("")) {
            case "view" -> atPath(path -> new ToolCall.Read(path, origin));
            case "create" -> write();
            default -> edit();
        };
    }

    private Asked edit() {
        var changes = new ArrayList<ToolCall.Edit.Change>();
        change(input).ifPresent(changes::add);
        input.objects("edits").forEach(one -> change(one).ifPresent(changes::add));
        return atPath(path -> new ToolCall.Edit(path, changes, origin));
    }

    private static Optional<ToolCall.Edit.Change> change(Fields from) {
        Optional<String> before = from.text("old_string", "oldString", "old_str");
        Optional<String> after = from.text("new_string", "newString", "new_str");
        if (before.isEmpty() && after.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ToolCall.Edit.Change(before.orElse(""), after.orElse("")));
    }

    private Asked notebook() {
        var change = new ToolCall.Edit.Change("", input.text("new_source").orElse(""));
        return atPath(path -> new ToolCall.Edit(path, List.of(change), origin));
    }

    private Asked readMany() {
        List<Object> paths = input.list("paths").or(() -> input.list("include")).orElse(List.of());
        if (paths.isEmpty() || !paths.stream().allMatch(String.class::isInstance)) {
            return missing("paths");
        }
        return new Asked.Calls(
                paths.stream()
                        .map(path ->
                                (ToolCall)
                                        new ToolCall.Search(
                                                ToolCall.Search.Kind.CONTENT,
                                                "",
                                                Optional.of((String) path),
                                                origin))
                        .toList());
    }

    private Asked patch() {
        return input.text("command", "input", "patch", "patchText")
                .map(text -> Patch.read(text, origin))
                .orElseGet(() ->
                        input.text(PATHS).isPresent()
                                ? atPath(path -> new ToolCall.Edit(path, List.of(), origin))
                                : missing("input"));
    }

    private Asked fetch() {
        Optional<String> url = input.text("url");
        if (url.isPresent()) {
            return Asked.one(fetchOf(url.get()));
        }
        List<ToolCall> calls =
                input.text("prompt").stream()
                        .flatMap(Tools::urls)
                        .map(found -> (ToolCall) fetchOf(found))
                        .toList();
        return calls.isEmpty() ? missing("url") : new Asked.Calls(calls);
    }

    private ToolCall.Fetch fetchOf(String url) {
        String method = input.text("method").orElse("GET").toUpperCase(java.util.Locale.ROOT);
        return new ToolCall.Fetch(url, method, input.text("body"), origin);
    }

    private static java.util.stream.Stream<String> urls(String prompt) {
        return prompt.codePoints().count() > LONGEST_COMMAND
                ? java.util.stream.Stream.empty()
                : java.util.Arrays.stream(prompt.split("[\\s\"'<>()]+"))
                        .filter(word -> word.startsWith("http://") || word.startsWith("https://"));
    }

    private Asked search(ToolCall.Search.Kind kind, String... names) {
        return input.text(names)
                .map(query ->
                        Asked.one(new ToolCall.Search(kind, query, input.text(PATHS), origin)))
                .orElseGet(() ->
                        input.text(PATHS).isPresent()
                                ? Asked.one(
                                        new ToolCall.Search(kind, "", input.text(PATHS), origin))
                                : missing(names[0]));
    }

    private Asked list() {
        return Asked.one(
                new ToolCall.Search(ToolCall.Search.Kind.NAMES, "*", input.text(PATHS), origin));
    }

    private Asked spawn() {
        String agent = input.text("subagent_type", "agent_name", "agent_type").orElse("");
        return input.text("prompt", "message", "task", "description")
                .map(task -> Asked.one(new ToolCall.Spawn(agent, task, origin)))
                .orElseGet(() -> missing("prompt"));
    }

    /// `mcp__server__tool`; Gemini CLI writes `mcp_server_tool`, where the server ends is then not certain.
    private Asked mcp() {
        boolean doubled = tool.startsWith("mcp__");
        String rest = tool.substring(doubled ? 5 : 4);
        int end = rest.indexOf(doubled ? "__" : "_");
        String server = end < 0 ? rest : rest.substring(0, end);
        String name = end < 0 ? "" : rest.substring(end + (doubled ? 2 : 1));
        return Asked.one(
                new ToolCall.Mcp(
                        server, name, input.withoutNulls(), ToolCall.Mcp.Hints.NONE, origin));
    }

    private Asked other() {
        return Asked.one(new ToolCall.Other(tool, input.withoutNulls(), origin));
    }

    private Asked atPath(Function<String, ToolCall> call) {
        Optional<String> path = input.text(PATHS);
        if (path.isEmpty() || path.get().isEmpty()) {
            return missing("file_path");
        }
        if (path.get().indexOf('\0') >= 0 || path.get().length() > 65_536) {
            return new Asked.Refused("no file can have such a path");
        }
        return Asked.one(call.apply(path.get()));
    }

    private Asked missing(String field) {
        return new Asked.Refused("the tool `" + tool + "` was called without `" + field + "`");
    }

    /// A command that is given as its words, as `execve` takes them.
    private Optional<String> words() {
        return input.list("command")
                .filter(words ->
                        !words.isEmpty() && words.stream().allMatch(String.class::isInstance))
                .map(words ->
                        words.stream()
                                .map(word -> quoted((String) word))
                                .collect(Collectors.joining(" ")));
    }

    private Optional<String> directory() {
        return input.text("workdir", "dir_path", "directory").filter(text -> !text.isEmpty());
    }

    private static Origin within(Origin from, String directory) {
        String there = directory.startsWith("/") ? directory : from.directory() + "/" + directory;
        return new Origin(
                from.host(),
                from.session(),
                from.agent(),
                java.nio.file.Path.of(there).normalize().toString(),
                from.mode(),
                from.shell(),
                from.contained());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
