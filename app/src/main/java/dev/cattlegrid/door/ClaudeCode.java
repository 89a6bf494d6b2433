package dev.cattlegrid.door;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.Origin.Mode;
import dev.cattlegrid.call.ShellState;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Claude Code's PreToolUse hook, as 2.1.330 sends and obeys it.
///
/// @see <a href="https://docs.claude.com/en/docs/claude-code/hooks">Claude Code, hooks</a>
final class ClaudeCode implements Host {
    private static final String EVENT = "PreToolUse";

    @Override
    public String name() {
        return "claude-code";
    }

    @Override
    public Heard hear(Fields payload) {
        String tool = payload.text("tool_name").orElse("");
        Origin origin = origin(payload);
        return new Heard(asked(payload, tool, origin), origin, tool);
    }

    private static Asked asked(Fields payload, String tool, Origin origin) {
        Optional<String> event = payload.text("hook_event_name");
        if (event.isPresent() && !event.get().equals(EVENT)) {
            return new Asked.Refused("the gate answers the hook " + EVENT + ", not " + event.get());
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
                mode(payload.text("permission_mode").orElse("")),
                ShellState.BASH,
                false);
    }

    private static boolean isAbsolute(String path) {
        return path.startsWith("/") && path.indexOf('\0') < 0 && Path.of(path).isAbsolute();
    }

    private static Mode mode(String text) {
        for (Mode mode : Mode.values()) {
            if (mode.text().equals(text)) {
                return mode;
            }
        }
        return Mode.DEFAULT;
    }

    @Override
    public String answer(Decision decision, Optional<String> id) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("hookEventName", EVENT);
        answer.put("permissionDecision", decision.verdict().text());
        answer.put("permissionDecisionReason", Told.of(decision, id));
        return Json.print(Map.of("hookSpecificOutput", answer));
    }

    @Override
    public String silence() {
        return "{\"suppressOutput\":true}";
    }
}
