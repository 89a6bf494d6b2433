package dev.cattlegrid.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.Origin.Mode;
import dev.cattlegrid.call.ShellState;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A payload in the fields that Claude Code began and most clients took over: `hook_event_name`, `session_id`, `cwd`,
/// `tool_name`, `tool_input`.
///
/// @param host its name
record Payload(String host, Fields fields) {
    /// The event; empty where the payload names none.
    String event() {
        return fields.text("hook_event_name").orElse("");
    }

    /// The directory that the client says it works in.
    Optional<String> directory() {
        return fields.text("cwd").filter(Payload::isAbsolute);
    }

    Optional<String> agent() {
        return fields.text("agent_id").filter(id -> !id.isEmpty());
    }

    Mode mode() {
        return fields.text("permission_mode").flatMap(Mode::named).orElse(Mode.DEFAULT);
    }

    Origin origin() {
        return origin(mode());
    }

    Origin origin(Mode mode) {
        return new Origin(
                host,
                fields.text("session_id").orElse(""),
                agent(),
                directory().orElse("/"),
                mode,
                ShellState.BASH,
                false);
    }

    String tool() {
        return fields.text("tool_name").orElse("");
    }

    /// The call's name. Some models count their calls anew in each conversation, so a sub-agent's carries its own.
    Optional<String> id() {
        String of = agent().map(agent -> agent + "/").orElse("");
        return fields.text("tool_use_id").filter(id -> !id.isEmpty()).map(id -> of + id);
    }

    /// A name for a call of a client that gives its calls none: the same before and after it.
    Optional<String> idByContent() {
        return idOf(tool(), fields.object("tool_input").orElse(Fields.NONE));
    }

    static Optional<String> idOf(String tool, Fields input) {
        String text = Json.print(List.of(tool, input.values()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Optional.of("by-content-" + HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// The call that the payload asks about.
    Asked asked(Origin origin) {
        String tool = tool();
        if (tool.isEmpty()) {
            return new Asked.Refused("the hook's input has no text `tool_name`");
        }
        Optional<Fields> input = fields.object("tool_input");
        if (input.isEmpty()) {
            return new Asked.Refused("the hook's input has no object `tool_input`");
        }
        return placed().orElseGet(() -> Tools.read(tool, input.get(), origin));
    }

    /// What is wrong with a call of which nobody says where it is made.
    Optional<Asked> placed() {
        return directory().isPresent()
                ? Optional.empty()
                : Optional.of(new Asked.Refused("the hook's input has no absolute path `cwd`"));
    }

    /// An event that the gate was not told how to answer.
    Heard unknown(String answered, Origin origin) {
        String why = "the gate answers the hook " + answered + ", not " + event();
        return new Heard.Call(new Asked.Refused(why), origin, tool(), id());
    }

    /// The object that a text of JSON holds.
    static Optional<Fields> object(String text) {
        return Json.parse(text).members() instanceof Json.Members.Of(var members)
                ? Optional.of(members)
                : Optional.empty();
    }

    static boolean isAbsolute(String path) {
        return path.startsWith("/") && path.indexOf('\0') < 0 && Path.of(path).isAbsolute();
    }
}
