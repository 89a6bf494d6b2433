package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Gemini CLI's hooks, as 0.61.0 sends and obeys them.
///
/// It gives its calls no name and its sub-agents no mark: a call is known again by what it asks for, and a sub-agent's calls
/// count as the agent's own. Where nobody is there it waits for ever with a question, so it has to be said by `--headless`.
///
/// @see <a href="https://geminicli.com/docs/hooks/reference/">Gemini CLI, hooks</a>
public record GeminiCli() implements Host {
    private static final String BEFORE = "BeforeTool";
    private static final String AFTER = "AfterTool";
    private static final String PROMPT = "BeforeAgent";
    private static final String BEGIN = "SessionStart";
    private static final String OVER = "SessionEnd";

    /// The hooks that the gate answers.
    public static final List<String> EVENTS = List.of(BEFORE, PROMPT, AFTER, BEGIN, OVER);

    private static final Set<String> ABOUT_TOOLS = Set.of(BEFORE, AFTER);

    private static final Set<String> ASIDES =
            Set.of(
                    "AfterAgent",
                    "AfterModel",
                    "BeforeModel",
                    "BeforeToolSelection",
                    "Notification",
                    "PreCompress");

    private static final String SILENCE = "{}";

    /// Whether an event's groups are chosen by the name of a tool.
    public static boolean isAboutTools(String event) {
        return ABOUT_TOOLS.contains(event);
    }

    @Override
    public String name() {
        return "gemini-cli";
    }

    @Override
    public String title() {
        return "Gemini CLI";
    }

    @Override
    public Heard hear(Fields fields, UnaryOperator<Origin> counted) {
        var payload = new Payload(name(), fields);
        Origin origin = counted.apply(payload.origin());
        String event = payload.event();
        return switch (event) {
            case PROMPT -> new Heard.Words(fields.text("prompt").orElse(""), origin);
            case AFTER ->
                    new Heard.End(payload.idByContent(), hasFailed(fields), List.of(), origin);
            case BEGIN -> new Heard.Begin(origin);
            case OVER -> new Heard.Over(origin);
            case BEFORE, "" ->
                    new Heard.Call(
                            asked(payload, origin), origin, payload.tool(), payload.idByContent());
            default ->
                    ASIDES.contains(event)
                            ? new Heard.Aside(origin)
                            : payload.unknown(BEFORE, origin);
        };
    }

    private static boolean hasFailed(Fields fields) {
        return fields.object("tool_response").filter(answer -> answer.has("error")).isPresent();
    }

    /// A tool's own name does not say where that of its server ends; the payload does.
    private static Asked asked(Payload payload, Origin origin) {
        Optional<Fields> server = payload.fields().object("mcp_context");
        Optional<Fields> input = payload.fields().object("tool_input");
        if (server.isEmpty() || input.isEmpty()) {
            return payload.asked(origin);
        }
        return payload.placed()
                .orElseGet(() ->
                        Asked.one(
                                new ToolCall.Mcp(
                                        server.get().text("server_name").orElse(""),
                                        server.get().text("tool_name").orElse(payload.tool()),
                                        input.get().withoutNulls(),
                                        ToolCall.Mcp.Hints.NONE,
                                        origin)));
    }

    @Override
    public String answer(Heard.Call call, Decision decision, String told) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("decision", decision.verdict().text());
        answer.put("reason", told);
        return Json.print(Answers.ending(answer, decision, told));
    }

    @Override
    public String silence() {
        return SILENCE;
    }

    @Override
    public String unheard(String why) {
        return Answers.block(why);
    }

    @Override
    public String beside(String told) {
        return Answers.beside(AFTER, told);
    }
}
