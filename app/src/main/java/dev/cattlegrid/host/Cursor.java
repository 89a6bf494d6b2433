package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.Origin.Mode;
import dev.cattlegrid.call.ShellState;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Cursor's hooks, by their documentation; nobody has run them against this gate.
///
/// Commands and MCP tools have a hook of their own, in which it can ask the person; in the one for every tool it cannot, so
/// there a question is a refusal with a ticket, and commands and MCP tools are passed on to their own.
///
/// @see <a href="https://cursor.com/docs/agent/hooks">Cursor, hooks</a>
public record Cursor() implements Host {
    private static final String BEFORE = "preToolUse";
    private static final String COMMAND = "beforeShellExecution";
    private static final String MCP = "beforeMCPExecution";
    private static final String READ = "beforeReadFile";
    private static final String PROMPT = "beforeSubmitPrompt";
    private static final String AFTER = "postToolUse";
    private static final String FAILED = "postToolUseFailure";
    private static final String BEGIN = "sessionStart";
    private static final String OVER = "sessionEnd";

    private static final String SHELL = "Shell";
    private static final String OF_SERVER = "MCP:";
    private static final String UNNAMED = "unnamed";

    /// The hooks that the gate answers.
    public static final List<String> EVENTS =
            List.of(BEFORE, COMMAND, MCP, READ, PROMPT, AFTER, FAILED, BEGIN, OVER);

    private static final Set<String> ASIDES =
            Set.of(
                    "afterShellExecution",
                    "afterMCPExecution",
                    "afterFileEdit",
                    "afterAgentResponse",
                    "afterAgentThought",
                    "subagentStart",
                    "subagentStop",
                    "preCompact",
                    "stop");

    private static final String SILENCE = "{\"continue\":true,\"permission\":\"allow\"}";

    @Override
    public String name() {
        return "cursor";
    }

    @Override
    public String title() {
        return "Cursor";
    }

    @Override
    public Heard hear(Fields fields, UnaryOperator<Origin> counted) {
        var payload = new Payload(name(), fields);
        Optional<String> directory = payload.directory().or(() -> root(fields));
        Origin origin = counted.apply(origin(fields, directory.orElse("/")));
        String event = payload.event();
        return switch (event) {
            case COMMAND -> call(SHELL, command(fields), true, directory, payload, origin);
            case MCP -> mcp(payload, directory.isPresent(), origin);
            case READ -> call("Read", Optional.of(fields), false, directory, payload, origin);
            case BEFORE, "" ->
                    hasItsOwn(payload.tool())
                            ? new Heard.Aside(origin)
                            : call(
                                    payload.tool(),
                                    input(fields),
                                    false,
                                    directory,
                                    payload,
                                    origin);
            case PROMPT -> new Heard.Words(fields.text("prompt").orElse(""), origin);
            case AFTER -> new Heard.End(ended(payload), false, List.of(), origin);
            case FAILED -> new Heard.End(ended(payload), true, List.of(), origin);
            case BEGIN -> new Heard.Begin(origin);
            case OVER -> new Heard.Over(origin);
            default ->
                    ASIDES.contains(event)
                            ? new Heard.Aside(origin)
                            : payload.unknown(BEFORE, origin);
        };
    }

    private static boolean hasItsOwn(String tool) {
        return tool.equals(SHELL) || tool.startsWith(OF_SERVER);
    }

    /// The hooks for commands and MCP tools name no call, so those are known again by what they ask for.
    private static Optional<String> ended(Payload payload) {
        Optional<Fields> input = input(payload.fields());
        if (!hasItsOwn(payload.tool()) || input.isEmpty()) {
            return payload.id();
        }
        return payload.tool().equals(SHELL)
                ? command(input.get()).flatMap(only -> Payload.idOf(SHELL, only))
                : Payload.idOf(payload.tool(), input.get());
    }

    private Origin origin(Fields fields, String directory) {
        return new Origin(
                name(),
                fields.text("conversation_id").orElse(""),
                Optional.empty(),
                directory,
                Mode.DEFAULT,
                ShellState.BASH,
                false);
    }

    private static Optional<String> root(Fields fields) {
        return fields.list("workspace_roots")
                .flatMap(roots -> roots.stream().findFirst())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(Payload::isAbsolute);
    }

    private static Optional<Fields> command(Fields fields) {
        return fields.text("command").map(text -> new Fields(Map.of("command", text)));
    }

    private static Optional<Fields> input(Fields fields) {
        return fields.object("tool_input")
                .or(() -> fields.text("tool_input").flatMap(Payload::object));
    }

    private static Heard call(
            String tool,
            Optional<Fields> input,
            boolean asks,
            Optional<String> directory,
            Payload payload,
            Origin origin) {
        Asked asked;
        if (tool.isEmpty() || input.isEmpty()) {
            asked =
                    new Asked.Refused(
                            "the hook's input does not say what is called, and with what");
        } else if (directory.isEmpty()) {
            asked = new Asked.Refused("the hook's input has no absolute path `cwd`");
        } else {
            asked = Tools.read(tool, input.get(), origin);
        }
        Optional<String> id =
                tool.equals(SHELL)
                        ? input.flatMap(only -> Payload.idOf(SHELL, only))
                        : payload.id();
        return new Heard.Call(asked, origin, tool, id, Heard.Moment.BEFORE, asks);
    }

    /// The payload names the tool and how its server is reached, not the server's name.
    private static Heard mcp(Payload payload, boolean placed, Origin origin) {
        String tool = payload.tool();
        Optional<Fields> input = input(payload.fields());
        Asked asked =
                tool.isEmpty() || input.isEmpty() || !placed
                        ? new Asked.Refused(
                                "the hook's input does not say which tool is called, where, and with what")
                        : Asked.one(
                                new ToolCall.Mcp(
                                        UNNAMED,
                                        tool,
                                        input.get().withoutNulls(),
                                        ToolCall.Mcp.Hints.NONE,
                                        origin));
        Optional<String> id = input.flatMap(all -> Payload.idOf(OF_SERVER + tool, all));
        return new Heard.Call(asked, origin, tool, id);
    }

    /// What a person is shown reaches the agent too; some versions hand the agent nothing else.
    @Override
    public String answer(Heard.Call call, Decision decision, String told) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("permission", decision.verdict().text());
        if (decision.verdict() != Verdict.ALLOW) {
            answer.put("user_message", told);
            answer.put("agent_message", told);
        }
        return Json.print(answer);
    }

    /// Its hooks are wired so that no answer is a refusal, so this has to be one.
    @Override
    public String silence() {
        return SILENCE;
    }

    @Override
    public String unheard(String why) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("continue", false);
        answer.put("user_message", "cattlegrid: " + why);
        return Json.print(answer);
    }

    @Override
    public String beside(String told) {
        return Json.print(Map.of("additional_context", told));
    }
}
