package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.Origin.Mode;
import dev.cattlegrid.call.ShellState;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// GitHub Copilot CLI's hooks, by their documentation; nobody has run them against this gate.
///
/// Its payloads do not name their event, and are told apart by what they hold. Calls have no name, sub-agents no mark.
/// A hook that runs out of time lets the call through, so the launcher answers before that.
///
/// @see <a href="https://docs.github.com/en/copilot/reference/hooks-reference">GitHub Copilot, hooks reference</a>
public record CopilotCli() implements Host {
    /// The hooks that the gate answers.
    public static final List<String> EVENTS =
            List.of(
                    "preToolUse",
                    "userPromptSubmitted",
                    "postToolUse",
                    "postToolUseFailure",
                    "sessionStart",
                    "sessionEnd");

    private static final String SILENCE = "{}";

    @Override
    public String name() {
        return "copilot-cli";
    }

    @Override
    public String title() {
        return "GitHub Copilot CLI";
    }

    @Override
    public Heard hear(Fields fields, UnaryOperator<Origin> counted) {
        Optional<String> directory = fields.text("cwd").filter(Payload::isAbsolute);
        Origin origin =
                counted.apply(
                        new Origin(
                                name(),
                                fields.text("sessionId").orElse(""),
                                Optional.empty(),
                                directory.orElse("/"),
                                Mode.DEFAULT,
                                ShellState.BASH,
                                false));
        if (fields.has("toolName")) {
            return ofTool(fields, directory.isPresent(), origin);
        }
        if (fields.has("prompt")) {
            return new Heard.Words(fields.text("prompt").orElse(""), origin);
        }
        if (fields.has("source")) {
            return new Heard.Begin(origin);
        }
        return fields.has("reason") ? new Heard.Over(origin) : call(fields, false, origin);
    }

    private static Heard ofTool(Fields fields, boolean placed, Origin origin) {
        if (fields.has("toolResult") || fields.has("error")) {
            Optional<String> id = Payload.idOf(tool(fields), input(fields).orElse(Fields.NONE));
            return new Heard.End(id, fields.has("error"), List.of(), origin);
        }
        return call(fields, placed, origin);
    }

    private static Heard call(Fields fields, boolean placed, Origin origin) {
        String tool = tool(fields);
        Optional<Fields> input = input(fields);
        return new Heard.Call(
                asked(tool, input, placed, origin),
                origin,
                tool,
                Payload.idOf(tool, input.orElse(Fields.NONE)));
    }

    private static Asked asked(String tool, Optional<Fields> input, boolean placed, Origin origin) {
        if (tool.isEmpty()) {
            return new Asked.Refused("the hook's input has no text `toolName`");
        }
        if (input.isEmpty()) {
            return new Asked.Refused("the hook's input has no object `toolArgs`");
        }
        if (!placed) {
            return new Asked.Refused("the hook's input has no absolute path `cwd`");
        }
        Asked read = Tools.read(tool, input.get(), origin);
        boolean known =
                !(read instanceof Asked.Calls(var calls)
                        && calls.getFirst() instanceof ToolCall.Other);
        List<ToolCall> ofServers = known ? List.of() : ofServers(tool, input.get(), origin);
        return ofServers.isEmpty() ? read : new Asked.Calls(ofServers);
    }

    /// Tools of MCP servers go by `SERVER-TOOL`, and both may have dashes: all that it could be, of which the strictest counts.
    private static List<ToolCall> ofServers(String tool, Fields input, Origin origin) {
        var calls = new ArrayList<ToolCall>();
        for (int at = tool.indexOf('-'); at > 0; at = tool.indexOf('-', at + 1)) {
            calls.add(
                    new ToolCall.Mcp(
                            tool.substring(0, at),
                            tool.substring(at + 1),
                            input.withoutNulls(),
                            ToolCall.Mcp.Hints.NONE,
                            origin));
        }
        return calls;
    }

    private static String tool(Fields fields) {
        return fields.text("toolName").orElse("");
    }

    /// The arguments are an object, or the text of one.
    private static Optional<Fields> input(Fields fields) {
        return fields.object("toolArgs").or(() -> fields.text("toolArgs").flatMap(Payload::object));
    }

    @Override
    public String answer(Heard.Call call, Decision decision, String told) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("permissionDecision", decision.verdict().text());
        answer.put("permissionDecisionReason", told);
        return Json.print(answer);
    }

    @Override
    public String silence() {
        return SILENCE;
    }

    /// A prompt cannot be held back here.
    @Override
    public String unheard(String why) {
        return SILENCE;
    }

    @Override
    public String beside(String told) {
        return Json.print(Map.of("additionalContext", told));
    }
}
