package dev.cattlegrid.canary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How each client is given an MCP server and a subagent, and how its model calls them.
record Ways(Client client) {
    static final String MARK = "SUBAGENT-TASK";
    static final String NOTE = "note-sent";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern AGENT =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /// A server of one tool, `send_note`, which leaves a file where it is called.
    private static final String SERVER =
            """
            const fs = require('fs');
            const tool = {name: 'send_note', description: 'Sends a note to a colleague.',
              inputSchema: {type: 'object', properties: {to: {type: 'string'}, text: {type: 'string'}}}};
            require('readline').createInterface({input: process.stdin}).on('line', line => {
              const message = JSON.parse(line);
              if (message.id === undefined) return;
              let result = {};
              if (message.method === 'initialize')
                result = {protocolVersion: message.params.protocolVersion, capabilities: {tools: {}},
                  serverInfo: {name: 'notes', version: '1'}};
              if (message.method === 'tools/list') result = {tools: [tool]};
              if (message.method === 'tools/call') {
                fs.writeFileSync(process.argv[2], '');
                result = {content: [{type: 'text', text: 'sent'}]};
              }
              console.log(JSON.stringify({jsonrpc: '2.0', id: message.id, result}));
            });
            """;

    /// Adds the server to the client's own settings.
    void addServer(Paddock paddock) throws IOException {
        Path file = Files.writeString(paddock.home().resolve("notes.js"), SERVER);
        String node = InstalledPrograms.node();
        List<String> words = List.of(file.toString(), paddock.project().resolve(NOTE).toString());
        Map<String, ?> server = Map.of("command", node, "args", words);
        switch (client) {
            case ClaudeCodeClient _ -> {
                change(paddock.home().resolve(".claude.json"), "mcpServers", server);
                Path settings = paddock.home().resolve(".claude/settings.json");
                ObjectNode all = JSON.readTree(settings).asObject();
                all.withObjectProperty("permissions")
                        .withArrayProperty("allow")
                        .add("mcp__notes")
                        .add("Agent");
                Files.writeString(settings, all.toString());
            }
            case CodexClient _ -> {
                Path config = paddock.home().resolve(".codex/config.toml");
                Files.writeString(
                        config,
                        Files.readString(config)
                                + "\n[mcp_servers.notes]\ncommand = \"%s\"\nargs = %s\n"
                                        .formatted(node, JSON.writeValueAsString(words)));
            }
            case GeminiClient _ ->
                    change(paddock.home().resolve(".gemini/settings.json"), "mcpServers", server);
            case QwenClient _ ->
                    change(paddock.home().resolve(".qwen/settings.json"), "mcpServers", server);
            case OpenCodeClient _ -> {
                var command = new ArrayList<>(List.of(node));
                command.addAll(words);
                change(
                        paddock.home().resolve(".config/opencode/opencode.json"),
                        "mcp",
                        Map.of("type", "local", "command", command, "enabled", true));
            }
        }
    }

    private static void change(Path file, String key, Map<String, ?> server) throws IOException {
        ObjectNode all = JSON.readTree(file).asObject();
        JsonNode value = JSON.valueToTree(server);
        all.withObjectProperty(key).set("notes", value);
        Files.writeString(file, all.toString());
    }

    /// The turns that send a note.
    List<Turn> note() {
        Map<String, String> input = Map.of("to", "alex@example.com", "text", "hello");
        return switch (client) {
            case ClaudeCodeClient _ ->
                    List.of(
                            Turn.of(
                                    Call.of(
                                            "ToolSearch",
                                            Map.of("query", "select:mcp__notes__send_note"))),
                            Turn.of(Call.of("mcp__notes__send_note", input)));
            case QwenClient _ -> List.of(Turn.of(Call.of("mcp__notes__send_note", input)));
            case CodexClient _ -> List.of(Turn.of(Call.of("send_note", input).in("mcp__notes")));
            case GeminiClient _ -> List.of(Turn.of(Call.of("mcp_notes_send_note", input)));
            case OpenCodeClient _ -> List.of(Turn.of(Call.of("notes_send_note", input)));
        };
    }

    /// The turns that start a subagent and wait for it.
    List<Turn> subagent() {
        String prompt = MARK + ": look around.";
        Map<String, ?> task =
                Map.of(
                        "description",
                        "Look around",
                        "prompt",
                        prompt,
                        "subagent_type",
                        "general-purpose",
                        "run_in_background",
                        false);
        return switch (client) {
            case ClaudeCodeClient _ -> List.of(Turn.of(Call.of("Agent", task)));
            case QwenClient _ -> List.of(Turn.of(Call.of("agent", task)));
            case GeminiClient _ ->
                    List.of(
                            Turn.of(
                                    Call.of(
                                            "invoke_agent",
                                            Map.of("agent_name", "generalist", "prompt", prompt))));
            case OpenCodeClient _ ->
                    List.of(
                            Turn.of(
                                    Call.of(
                                            "task",
                                            Map.of(
                                                    "description", "Look around",
                                                    "prompt", prompt,
                                                    "subagent_type", "general"))));
            case CodexClient _ ->
                    List.of(
                            Turn.of(
                                    Call.of("spawn_agent", Map.of("message", prompt))
                                            .in("multi_agent_v1")),
                            soFar ->
                                    List.of(
                                            Call.of(
                                                            "wait_agent",
                                                            Map.of(
                                                                    "targets",
                                                                    List.of(agent(soFar)),
                                                                    "timeout_ms",
                                                                    60_000))
                                                    .in("multi_agent_v1")));
        };
    }

    /// The last call of a subagent, by which it reports.
    List<Turn> report() {
        return client instanceof GeminiClient
                ? List.of(Turn.of(Call.of("complete_task", Map.of("result", "nothing found"))))
                : List.of();
    }

    /// The agent that was started, as the client told the model.
    private static String agent(String soFar) {
        Matcher found = AGENT.matcher(soFar.substring(Math.max(0, soFar.indexOf("agent_id"))));
        return found.find() ? found.group() : "";
    }
}
