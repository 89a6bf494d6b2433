package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.Origin.Mode;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Verdict;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Qwen Code's hooks, as 0.24.4 sends and obeys them.
///
/// It asks for permission before it asks about the call, so both are answered; it sends a prompt after each result, and only
/// those that somebody typed carry what was submitted.
///
/// @see <a href="https://qwenlm.github.io/qwen-code-docs/en/users/features/hooks/">Qwen Code, hooks</a>
public record QwenCode() implements Host {
    private static final String BEFORE = "PreToolUse";
    private static final String AFTER = "PostToolUse";
    private static final String FAILED = "PostToolUseFailure";
    private static final String PROMPT = "UserPromptSubmit";
    private static final String AT_PROMPT = "PermissionRequest";
    private static final String BEGIN = "SessionStart";
    private static final String OVER = "SessionEnd";

    /// The hooks that the gate answers.
    public static final List<String> EVENTS =
            List.of(BEFORE, AT_PROMPT, PROMPT, AFTER, FAILED, BEGIN, OVER);

    private static final Set<String> ABOUT_TOOLS = Set.of(BEFORE, AT_PROMPT, AFTER, FAILED);

    private static final Set<String> ASIDES =
            Set.of(
                    "Notification",
                    "PermissionDenied",
                    "PostCompact",
                    "PreCompact",
                    "Stop",
                    "StopFailure",
                    "SubagentStart",
                    "SubagentStop");

    private static final String SILENCE = "{}";

    /// Whether an event's groups are chosen by the name of a tool.
    public static boolean isAboutTools(String event) {
        return ABOUT_TOOLS.contains(event);
    }

    @Override
    public String name() {
        return "qwen-code";
    }

    @Override
    public String title() {
        return "Qwen Code";
    }

    @Override
    public Heard hear(Fields fields, UnaryOperator<Origin> counted) {
        var payload = new Payload(name(), fields);
        Origin origin =
                counted.apply(payload.origin(mode(fields.text("permission_mode").orElse(""))));
        String event = payload.event();
        return switch (event) {
            case PROMPT -> words(fields, origin);
            case AFTER -> new Heard.End(payload.id(), false, ended(payload), origin);
            case FAILED -> new Heard.End(payload.id(), true, List.of(), origin);
            case BEGIN -> new Heard.Begin(origin);
            case OVER -> new Heard.Over(origin);
            case BEFORE, "" -> call(payload, origin, Heard.Moment.BEFORE);
            case AT_PROMPT -> call(payload, origin, Heard.Moment.AT_PROMPT);
            default ->
                    ASIDES.contains(event)
                            ? new Heard.Aside(origin)
                            : payload.unknown(BEFORE, origin);
        };
    }

    private static Mode mode(String name) {
        return switch (name) {
            case "auto-edit" -> Mode.ACCEPT_EDITS;
            case "yolo" -> Mode.BYPASS_PERMISSIONS;
            default -> Mode.named(name).orElse(Mode.DEFAULT);
        };
    }

    private static Heard call(Payload payload, Origin origin, Heard.Moment moment) {
        return new Heard.Call(
                payload.asked(origin), origin, payload.tool(), payload.id(), moment, true);
    }

    private static Heard words(Fields fields, Origin origin) {
        return fields.text("submitted_prompt")
                .filter(text -> !text.isEmpty() && origin.agent().isEmpty())
                .<Heard>map(text -> new Heard.Words(text, origin))
                .orElseGet(() -> new Heard.Aside(origin));
    }

    /// The agent of a call has the name of its kind and that of the call.
    private static List<String> ended(Payload payload) {
        if (!payload.tool().equals("agent")) {
            return List.of();
        }
        String kind =
                payload.fields()
                        .object("tool_input")
                        .flatMap(input -> input.text("subagent_type"))
                        .orElse("general-purpose");
        return payload.fields().text("tool_call_id").map(id -> kind + "-" + id).stream().toList();
    }

    /// What the gate would ask about too stays the client's own question; after that it asks about the call.
    @Override
    public String answer(Heard.Call call, Decision decision, String told) {
        return switch (call.moment()) {
            case BEFORE -> Json.print(Answers.before(decision, told));
            case AT_PROMPT ->
                    decision.verdict() == Verdict.ASK
                            ? SILENCE
                            : Json.print(Answers.atPrompt(decision, told));
        };
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
