package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ShellState;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Codex's hooks, as 0.169.0 sends and obeys them.
///
/// It runs a call about which it is told to ask, so a question is a refusal with a ticket; its own questions, which come after
/// the gate's leave, stay the person's. Text that is typed into a running
/// terminal reaches no hook, so what could be typed into a shell or an interpreter counts as unread code when that is started.
///
/// @see <a href="https://developers.openai.com/codex/hooks">Codex, hooks</a>
public record Codex() implements Host {
    private static final String BEFORE = "PreToolUse";
    private static final String AFTER = "PostToolUse";
    private static final String PROMPT = "UserPromptSubmit";
    private static final String BEGIN = "SessionStart";

    /// The hooks that the gate answers.
    public static final List<String> EVENTS = List.of(BEFORE, PROMPT, AFTER, BEGIN);

    private static final Set<String> ASIDES =
            Set.of(
                    "PermissionRequest",
                    "Stop",
                    "SubagentStart",
                    "SubagentStop",
                    "PreCompact",
                    "PostCompact");

    private static final String SILENCE = "{}";

    private static final Set<String> ABOUT_TOOLS = Set.of(BEFORE, AFTER);

    /// Whether an event's groups are chosen by the name of a tool.
    public static boolean isAboutTools(String event) {
        return ABOUT_TOOLS.contains(event);
    }

    @Override
    public String name() {
        return "codex";
    }

    @Override
    public String title() {
        return "Codex";
    }

    @Override
    public Heard hear(Fields fields, UnaryOperator<Origin> counted) {
        var payload = new Payload(name(), fields);
        Origin origin = counted.apply(payload.origin().shell(typedInto()));
        String event = payload.event();
        return switch (event) {
            case PROMPT ->
                    origin.agent().isEmpty()
                            ? new Heard.Words(fields.text("prompt").orElse(""), origin)
                            : new Heard.Aside(origin);
            case AFTER -> new Heard.End(payload.id(), false, ended(payload), origin);
            case BEGIN -> new Heard.Begin(origin);
            case BEFORE, "" ->
                    new Heard.Call(
                            payload.asked(origin),
                            origin,
                            payload.tool(),
                            payload.id(),
                            Heard.Moment.BEFORE,
                            false);
            default ->
                    ASIDES.contains(event)
                            ? new Heard.Aside(origin)
                            : payload.unknown(BEFORE, origin);
        };
    }

    private static ShellState typedInto() {
        return new ShellState(ShellState.Dialect.BASH, true, Map.of());
    }

    /// The agents that a call which waits for agents has seen the end of.
    private static List<String> ended(Payload payload) {
        if (!payload.tool().endsWith("wait_agent")) {
            return List.of();
        }
        return payload.fields()
                .text("tool_response")
                .flatMap(Payload::object)
                .flatMap(members -> members.object("status"))
                .map(status -> List.copyOf(status.values().keySet()))
                .orElse(List.of());
    }

    @Override
    public String answer(Heard.Call call, Decision decision, String told) {
        return Json.print(Answers.before(decision, told));
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
