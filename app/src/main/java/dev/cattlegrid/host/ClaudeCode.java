package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.Origin.Mode;
import dev.cattlegrid.call.ShellState;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Escalation;
import dev.cattlegrid.policy.Verdict;
import dev.cattlegrid.policy.permission.Permissions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Claude Code's hooks, as 2.1.330 sends and obeys them.
///
/// @see <a href="https://docs.claude.com/en/docs/claude-code/hooks">Claude Code, hooks</a>
public record ClaudeCode() implements Host {
    private static final String BEFORE = "PreToolUse";
    private static final String AFTER = "PostToolUse";
    private static final String FAILED = "PostToolUseFailure";
    private static final String PROMPT = "UserPromptSubmit";

    /// The hooks that the gate answers; those of the later ones that are missing only make it know less.
    public static final List<String> EVENTS = List.of(BEFORE, PROMPT, AFTER, FAILED);

    /// Whether an event's groups are chosen by the name of a tool.
    public static boolean isAboutTools(String event) {
        return !event.equals(PROMPT);
    }

    /// The client sends what its background tasks report as if it had been typed.
    private static final String NOTIFICATION = "<task-notification>";

    private static final String EVENT_NAME = "hook_event_name";
    private static final String IN_ANSWER = "hookEventName";
    private static final String SPECIFIC = "hookSpecificOutput";

    @Override
    public String name() {
        return "claude-code";
    }

    @Override
    public String title() {
        return "Claude Code";
    }

    /// Where nobody is there it refuses by itself what it should ask about.
    @Override
    public boolean asks(boolean headless) {
        return !headless;
    }

    @Override
    public Heard hear(Fields payload, UnaryOperator<Origin> counted) {
        Origin origin = counted.apply(origin(payload));
        Optional<String> id = payload.text("tool_use_id");
        return switch (payload.text(EVENT_NAME).orElse(BEFORE)) {
            case PROMPT -> words(payload.text("prompt").orElse(""), origin);
            case AFTER -> new Heard.End(id, false, started(payload), origin);
            case FAILED -> new Heard.End(id, true, List.of(), origin);
            default -> {
                String tool = payload.text("tool_name").orElse("");
                yield new Heard.Call(asked(payload, tool, origin), origin, tool, id);
            }
        };
    }

    private static Heard words(String prompt, Origin origin) {
        boolean typed = !prompt.stripLeading().startsWith(NOTIFICATION) && origin.agent().isEmpty();
        return typed ? new Heard.Words(prompt, origin) : new Heard.Aside(origin);
    }

    private static List<String> started(Fields payload) {
        return payload
                .object("tool_response")
                .flatMap(response -> response.text("agentId"))
                .stream()
                .toList();
    }

    private static Asked asked(Fields payload, String tool, Origin origin) {
        Optional<String> event = payload.text(EVENT_NAME);
        if (event.isPresent() && !event.get().equals(BEFORE)) {
            return new Asked.Refused(
                    "the gate answers the hook " + BEFORE + ", not " + event.get());
        }
        if (tool.isEmpty()) {
            return new Asked.Refused("the hook's input has no text `tool_name`");
        }
        Optional<Fields> input = payload.object("tool_input");
        if (input.isEmpty()) {
            return new Asked.Refused("the hook's input has no object `tool_input`");
        }
        if (payload.text("cwd").filter(ClaudeCode::isAbsolute).isEmpty()) {
            return new Asked.Refused("the hook's input has no absolute path `cwd`");
        }
        return Tools.read(tool, input.get(), origin);
    }

    private static Origin origin(Fields payload) {
        return new Origin(
                "claude-code",
                payload.text("session_id").orElse(""),
                payload.text("agent_id"),
                payload.text("cwd").filter(ClaudeCode::isAbsolute).orElse("/"),
                Mode.named(payload.text("permission_mode").orElse("")).orElse(Mode.DEFAULT),
                ShellState.BASH,
                false);
    }

    private static boolean isAbsolute(String path) {
        return path.startsWith("/") && path.indexOf('\0') < 0 && Path.of(path).isAbsolute();
    }

    @Override
    public Permissions permissions(Path home, String directory) {
        return ClaudePermissions.of(home, directory);
    }

    @Override
    public String answer(Heard.Call call, Decision decision, String told) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(IN_ANSWER, BEFORE);
        answer.put("permissionDecision", decision.verdict().text());
        answer.put("permissionDecisionReason", told);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(SPECIFIC, answer);
        if (decision.verdict() == Verdict.DENY && decision.isOfCode(Escalation.CODE)) {
            all.put("continue", false);
            all.put("stopReason", told);
        }
        return Json.print(all);
    }

    @Override
    public String silence() {
        return "{\"suppressOutput\":true}";
    }

    @Override
    public String unheard(String why) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("decision", "block");
        answer.put("reason", "cattlegrid: " + why);
        return Json.print(answer);
    }

    @Override
    public String unchanged(String why) {
        return unheard(why);
    }

    @Override
    public String handedBack(List<String> refused) {
        if (refused.isEmpty()) {
            return silence();
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(IN_ANSWER, AFTER);
        answer.put("additionalContext", Told.handedBack(refused));
        return Json.print(Map.of(SPECIFIC, answer));
    }
}
