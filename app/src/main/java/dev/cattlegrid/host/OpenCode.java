package dev.cattlegrid.host;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.Origin.Mode;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What the gate's own plugin in OpenCode sends and obeys: Claude Code's form, since OpenCode itself has no hooks.
///
/// The plugin stops a call by throwing, and cannot ask: a question is a refusal with a ticket. A sub-agent is a session
/// below another one; the plugin names the outermost as the session and its own as the agent.
///
/// @see <a href="https://opencode.ai/docs/plugins/">OpenCode, plugins</a>
public record OpenCode() implements Host {
    private static final String BEFORE = "PreToolUse";
    private static final String AFTER = "PostToolUse";
    private static final String PROMPT = "UserPromptSubmit";
    private static final String BEGIN = "SessionStart";
    private static final String OVER = "SessionEnd";
    private static final Set<String> ASIDES =
            Set.of(
                    "Event-permission.asked",
                    "Event-permission.replied",
                    "Event-session.created",
                    "Event-session.idle");

    @Override
    public String name() {
        return "opencode";
    }

    @Override
    public String title() {
        return "OpenCode";
    }

    @Override
    public Heard hear(Fields fields, UnaryOperator<Origin> counted) {
        var payload = new Payload(name(), fields);
        boolean plans = fields.text("agent_type").filter("plan"::equals).isPresent();
        Origin origin = counted.apply(payload.origin(plans ? Mode.PLAN : payload.mode()));
        String event = payload.event();
        return switch (event) {
            case PROMPT -> words(fields, origin);
            case AFTER -> new Heard.End(payload.id(), false, ended(fields), origin);
            case BEGIN -> new Heard.Begin(origin);
            case OVER -> new Heard.Over(origin);
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

    /// The parts of a message that the person wrote; files that it names are parts too, and text that the client put in is
    /// marked.
    private static Heard words(Fields fields, Origin origin) {
        var texts = new ArrayList<String>();
        for (Fields part : fields.objects("prompt")) {
            boolean written =
                    part.text("type").filter("text"::equals).isPresent()
                            && !part.isTrue("synthetic")
                            && !part.isTrue("ignored");
            if (written) {
                part.text("text").map(OpenCode::bare).ifPresent(texts::add);
            }
        }
        fields.text("prompt").map(OpenCode::bare).ifPresent(texts::add);
        return texts.isEmpty() || origin.agent().isPresent()
                ? new Heard.Aside(origin)
                : new Heard.Words(String.join("\n", texts), origin);
    }

    /// `opencode run` puts what it is given on its command line into quotes.
    private static String bare(String text) {
        String inner = text.strip();
        boolean quoted =
                inner.length() > 1
                        && inner.startsWith("\"")
                        && inner.endsWith("\"")
                        && inner.indexOf('"', 1) == inner.length() - 1;
        return quoted ? inner.substring(1, inner.length() - 1) : text;
    }

    private static List<String> ended(Fields fields) {
        return fields
                .object("tool_response")
                .flatMap(response -> response.object("metadata"))
                .flatMap(metadata -> metadata.text("sessionId", "sessionID"))
                .stream()
                .toList();
    }

    @Override
    public String answer(Heard.Call call, Decision decision, String told) {
        return Json.print(Answers.before(decision, told));
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
