package dev.cattlegrid.host;

import dev.cattlegrid.json.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One call in the words of each client: what its hook would be sent. A client that has no such tool says nothing.
final class Speech {
    private static final String DIRECTORY = "/home/dev/project";

    private Speech() {}

    /// @param kind `shell`, `read`, `write`, `edit`, `fetch`, `grep`, `glob`, `mcp`, `spawn`
    /// @param call the call's parts, in the names of Claude Code's tools
    static Optional<Fields> of(Host host, String kind, Map<String, Object> call) {
        return switch (host) {
            case ClaudeCode _ -> Optional.of(hook("PreToolUse", claude(kind), kind, call));
            case Codex _ -> codex(kind, call);
            case GeminiCli _ -> Optional.of(gemini(kind, call));
            case QwenCode _ -> Optional.of(hook("PreToolUse", qwen(kind), kind, call));
            case OpenCode _ -> Optional.of(hook("PreToolUse", opencode(kind), kind, opened(call)));
            case CopilotCli _ -> Optional.of(copilot(kind, call));
            case Cursor _ -> cursor(kind, call);
        };
    }

    private static String claude(String kind) {
        return switch (kind) {
            case "shell" -> "Bash";
            case "read" -> "Read";
            case "write" -> "Write";
            case "edit" -> "Edit";
            case "fetch" -> "WebFetch";
            case "grep" -> "Grep";
            case "glob" -> "Glob";
            case "spawn" -> "Agent";
            case "mcp" -> "mcp";
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String qwen(String kind) {
        return switch (kind) {
            case "shell" -> "run_shell_command";
            case "read" -> "read_file";
            case "write" -> "write_file";
            case "fetch" -> "web_fetch";
            case "grep" -> "grep_search";
            case "spawn" -> "agent";
            default -> kind;
        };
    }

    private static String opencode(String kind) {
        return switch (kind) {
            case "shell" -> "bash";
            case "fetch" -> "webfetch";
            case "spawn" -> "task";
            default -> kind;
        };
    }

    private static Fields hook(String event, String tool, String kind, Map<String, Object> call) {
        Map<String, Object> input = new LinkedHashMap<>(call);
        String name = tool;
        if (kind.equals("mcp")) {
            name = "mcp__" + input.remove("server") + "__" + input.remove("tool");
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("session_id", "s");
        all.put("cwd", DIRECTORY);
        all.put("hook_event_name", event);
        all.put("tool_name", name);
        all.put("tool_input", input);
        all.put("tool_use_id", "t");
        return new Fields(all);
    }

    private static Optional<Fields> codex(String kind, Map<String, Object> call) {
        return switch (kind) {
            case "shell" -> Optional.of(hook("PreToolUse", "Bash", kind, call));
            case "read" ->
                    Optional.of(
                            hook(
                                    "PreToolUse",
                                    "view_image",
                                    kind,
                                    Map.of("path", call.get("file_path"))));
            case "write", "edit" ->
                    Optional.of(
                            hook(
                                    "PreToolUse",
                                    "apply_patch",
                                    kind,
                                    Map.of("command", patch(kind, call))));
            case "mcp" -> Optional.of(hook("PreToolUse", "", kind, call));
            case "spawn" ->
                    Optional.of(
                            hook(
                                    "PreToolUse",
                                    "spawn_agent",
                                    kind,
                                    Map.of("message", call.get("prompt"))));
            default -> Optional.empty();
        };
    }

    private static String patch(String kind, Map<String, Object> call) {
        String path = String.valueOf(call.get("file_path"));
        String body =
                kind.equals("write")
                        ? "*** Add File: " + path + "\n" + marked("+", call.get("content"))
                        : "*** Update File: "
                                + path
                                + "\n@@\n"
                                + marked("-", call.get("old_string"))
                                + marked("+", call.get("new_string"));
        return "*** Begin Patch\n" + body + "*** End Patch\n";
    }

    private static String marked(String mark, Object text) {
        var lines = new StringBuilder();
        String.valueOf(text).lines().forEach(line -> lines.append(mark).append(line).append('\n'));
        return lines.toString();
    }

    private static Fields gemini(String kind, Map<String, Object> call) {
        return switch (kind) {
            case "edit" -> hook("BeforeTool", "replace", kind, call);
            case "fetch" ->
                    hook(
                            "BeforeTool",
                            "web_fetch",
                            kind,
                            Map.of("prompt", "What does " + call.get("url") + " say?"));
            case "spawn" ->
                    hook(
                            "BeforeTool",
                            "invoke_agent",
                            kind,
                            Map.of("agent_name", "a", "prompt", call.get("prompt")));
            case "mcp" -> {
                Map<String, Object> input = new LinkedHashMap<>(call);
                Object server = input.remove("server");
                Object tool = input.remove("tool");
                Map<String, Object> all =
                        new LinkedHashMap<>(
                                hook("BeforeTool", "mcp_" + server + "_" + tool, "", input)
                                        .values());
                all.put("mcp_context", Map.of("server_name", server, "tool_name", tool));
                yield new Fields(all);
            }
            default -> hook("BeforeTool", qwen(kind), kind, call);
        };
    }

    private static Map<String, Object> opened(Map<String, Object> call) {
        Map<String, Object> names =
                Map.of(
                        "file_path", "filePath",
                        "old_string", "oldString",
                        "new_string", "newString");
        Map<String, Object> all = new LinkedHashMap<>();
        call.forEach(
                (name, value) -> all.put(String.valueOf(names.getOrDefault(name, name)), value));
        return all;
    }

    private static Fields copilot(String kind, Map<String, Object> call) {
        Map<String, Object> names =
                Map.of(
                        "file_path", "path",
                        "content", "file_text",
                        "old_string", "old_str",
                        "new_string", "new_str");
        Map<String, Object> input = new LinkedHashMap<>();
        call.forEach(
                (name, value) -> input.put(String.valueOf(names.getOrDefault(name, name)), value));
        String tool =
                switch (kind) {
                    case "shell" -> "bash";
                    case "read" -> "view";
                    case "write" -> "create";
                    case "fetch" -> "web_fetch";
                    case "spawn" -> "task";
                    case "mcp" -> input.remove("server") + "-" + input.remove("tool");
                    default -> kind;
                };
        return new Fields(
                Map.of("sessionId", "s", "cwd", DIRECTORY, "toolName", tool, "toolArgs", input));
    }

    private static Optional<Fields> cursor(String kind, Map<String, Object> call) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("conversation_id", "s");
        all.put("cwd", DIRECTORY);
        switch (kind) {
            case "shell" -> {
                all.put("hook_event_name", "beforeShellExecution");
                all.put("command", call.get("command"));
            }
            case "mcp" -> {
                Map<String, Object> input = new LinkedHashMap<>(call);
                input.remove("server");
                all.put("hook_event_name", "beforeMCPExecution");
                all.put("tool_name", input.remove("tool"));
                all.put("tool_input", input);
            }
            case "fetch", "glob" -> {
                return Optional.empty();
            }
            default -> {
                all.put("hook_event_name", "preToolUse");
                all.put(
                        "tool_name",
                        kind.equals("edit")
                                ? "StrReplace"
                                : kind.equals("spawn") ? "Task" : claude(kind));
                all.put("tool_input", call);
                all.put("tool_use_id", "t");
            }
        }
        return Optional.of(new Fields(all));
    }
}
