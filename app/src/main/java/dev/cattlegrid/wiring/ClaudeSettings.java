package dev.cattlegrid.wiring;

import dev.cattlegrid.host.ClaudeCode;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The gate's entries in a settings file of Claude Code: put in, found again, taken out, everything else left as it is.
///
/// One value of a wrong type makes the client drop the whole file without a word, hooks included; a file with such a
/// value among its hooks is refused, since an entry in it would protect nothing.
///
/// @see <a href="https://docs.claude.com/en/docs/claude-code/hooks">Claude Code, hooks</a>
final class ClaudeSettings {
    /// Seconds that the client waits; the launcher gives its own answer earlier.
    static final int TIMEOUT = 60;

    private static final JsonMapper JSON = JsonMapper.shared();

    private ClaudeSettings() {}

    /// The settings with the gate's entries in them, once.
    ///
    /// @throws IllegalArgumentException in the user's words, if the hooks that are there have a wrong type
    static ObjectNode with(ObjectNode settings, String command) {
        ObjectNode result = without(settings);
        ObjectNode hooks = result.withObjectProperty("hooks");
        for (String event : ClaudeCode.EVENTS) {
            ObjectNode group = hooks.withArrayProperty(event).addObject();
            if (ClaudeCode.isAboutTools(event)) {
                group.put("matcher", "*");
            }
            group.putArray("hooks")
                    .addObject()
                    .put("type", "command")
                    .put("command", command)
                    .put("timeout", TIMEOUT)
                    .put("onFailure", "block");
        }
        return result;
    }

    /// The settings without the gate's entries, and without the empty lists that they would leave.
    static ObjectNode without(ObjectNode settings) {
        check(settings);
        ObjectNode result = settings.deepCopy();
        if (result.get("hooks") instanceof ObjectNode hooks) {
            boolean found = false;
            for (String event : List.copyOf(hooks.propertyNames())) {
                found |= takeOut(event, hooks);
            }
            if (found && hooks.isEmpty()) {
                result.remove("hooks");
            }
        }
        return result;
    }

    /// @return whether there was an entry of ours
    private static boolean takeOut(String event, ObjectNode hooks) {
        ArrayNode kept = JSON.createArrayNode();
        boolean found = false;
        for (JsonNode group : hooks.path(event)) {
            List<JsonNode> others = new ArrayList<>();
            group.path("hooks").forEach(others::add);
            found |= others.removeIf(ClaudeSettings::isOurs);
            if (others.size() == group.path("hooks").size()) {
                kept.add(group);
            } else if (!others.isEmpty()) {
                ObjectNode rest = group.deepCopy().asObject();
                rest.putArray("hooks").addAll(others);
                kept.add(rest);
            }
        }
        if (found && kept.isEmpty()) {
            hooks.remove(event);
        } else if (found) {
            hooks.set(event, kept);
        }
        return found;
    }

    private static boolean isOurs(JsonNode handler) {
        return Line.isOurs(handler.path("command").asString(""), new ClaudeCode());
    }

    private static void check(ObjectNode settings) {
        JsonNode hooks = settings.path("hooks");
        if (!hooks.isMissingNode() && !hooks.isObject()) {
            throw wrong("hooks", "an object");
        }
        for (var event : hooks.properties()) {
            String at = "hooks." + event.getKey();
            if (!event.getValue().isArray()) {
                throw wrong(at, "a list");
            }
            for (JsonNode group : event.getValue()) {
                if (!group.isObject() || !group.path("hooks").isArray()) {
                    throw wrong(at + "[].hooks", "a list");
                }
            }
        }
    }

    private static IllegalArgumentException wrong(String where, String what) {
        return new IllegalArgumentException(
                "`"
                        + where
                        + "` is not "
                        + what
                        + "; Claude Code would drop the whole file without a word, so mend that first");
    }
}
