package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.permission.Permissions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Claude Code's hooks, as 2.1.330 sends and obeys them.
///
/// @see <a href="https://docs.claude.com/en/docs/claude-code/hooks">Claude Code, hooks</a>
public record ClaudeCode() implements Host {
    private static final String BEFORE = "PreToolUse";
    private static final String AFTER = "PostToolUse";
    private static final String FAILED = "PostToolUseFailure";
    private static final String PROMPT = "UserPromptSubmit";
    private static final String BEGIN = "SessionStart";
    private static final String OVER = "SessionEnd";
    private static final String SETTINGS = "ConfigChange";

    /// The hooks that the gate answers; those of the later ones that are missing only make it know less.
    public static final List<String> EVENTS =
            List.of(BEFORE, PROMPT, AFTER, FAILED, BEGIN, OVER, SETTINGS);

    /// Below the home: a file for `claude --settings`, which holds whatever a project's settings say.
    public static final String APART = ".config/cattlegrid/claude-code.json";

    private static final Set<String> ABOUT_TOOLS = Set.of(BEFORE, AFTER, FAILED);

    private static final Set<String> ASIDES =
            Set.of(
                    "InstructionsLoaded",
                    "Notification",
                    "PermissionDenied",
                    "PermissionRequest",
                    "PostCompact",
                    "PostToolBatch",
                    "PreCompact",
                    "Stop",
                    "StopFailure",
                    "SubagentStart",
                    "SubagentStop");

    /// The client sends what its background tasks report as if it had been typed; such texts begin with a tag of its own,
    /// like `<task-notification>`.
    private static final Pattern NOTIFICATION =
            Pattern.compile("\\s*+<[a-z]++(?:-[a-z]++)++[\\s>].*+", Pattern.DOTALL);

    /// Whether an event's groups are chosen by the name of a tool.
    public static boolean isAboutTools(String event) {
        return ABOUT_TOOLS.contains(event);
    }

    @Override
    public String name() {
        return "claude-code";
    }

    @Override
    public String title() {
        return "Claude Code";
    }

    @Override
    public Heard hear(Fields fields, UnaryOperator<Origin> counted) {
        var payload = new Payload(name(), fields);
        Origin origin = counted.apply(payload.origin());
        String event = payload.event();
        return switch (event) {
            case PROMPT -> words(fields.text("prompt").orElse(""), origin);
            case AFTER -> new Heard.End(payload.id(), false, started(fields), origin);
            case FAILED -> new Heard.End(payload.id(), true, List.of(), origin);
            case BEGIN -> new Heard.Begin(origin);
            case OVER -> new Heard.Over(origin);
            case SETTINGS -> new Heard.Settings(ClaudeSettingsFile.wrong(fields), origin);
            case BEFORE, "" ->
                    new Heard.Call(payload.asked(origin), origin, payload.tool(), payload.id());
            default ->
                    ASIDES.contains(event)
                            ? new Heard.Aside(origin)
                            : payload.unknown(BEFORE, origin);
        };
    }

    private static Heard words(String prompt, Origin origin) {
        boolean typed = !NOTIFICATION.matcher(prompt).matches() && origin.agent().isEmpty();
        return typed ? new Heard.Words(prompt, origin) : new Heard.Aside(origin);
    }

    private static List<String> started(Fields payload) {
        return payload
                .object("tool_response")
                .flatMap(response -> response.text("agentId"))
                .stream()
                .toList();
    }

    @Override
    public Permissions permissions(Path home, String directory) {
        return ClaudePermissions.of(home, directory);
    }

    @Override
    public Locks locks(Path home, String directory) {
        return ClaudeSettings.of(home).locks(directory);
    }

    @Override
    public String answer(Heard.Call call, Decision decision, String told) {
        return Json.print(Answers.ending(Answers.before(decision, told), decision, told));
    }

    @Override
    public String silence() {
        return "{\"suppressOutput\":true}";
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
