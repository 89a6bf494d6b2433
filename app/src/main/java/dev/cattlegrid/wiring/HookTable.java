package dev.cattlegrid.wiring;

import dev.cattlegrid.host.Host;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The gate's entries in the `hooks` of a client's settings: put in, found again, taken out, everything else left as it is.
///
/// `hooks` is an object with a list for each event. The list holds handlers, or groups of them under a name of their own.
interface HookTable {
    Host host();

    List<String> events();

    /// The gate's entry in the list of an event.
    ObjectNode entry(String event, String command);

    /// The command of a handler.
    String command(JsonNode handler);

    /// The settings with the gate's entries in them, once; those that are right already stay where they stand.
    ///
    /// @throws IllegalArgumentException in the user's words, if the hooks that are there have a wrong type
    default ObjectNode with(ObjectNode settings, String command) {
        check(settings);
        ObjectNode result = settings.deepCopy();
        ObjectNode hooks = result.withObjectProperty("hooks");
        for (String event : List.copyOf(hooks.propertyNames())) {
            if (!events().contains(event)) {
                takeOut(event, hooks);
            }
        }
        for (String event : events()) {
            ObjectNode entry = entry(event, command);
            if (!isRight(hooks.path(event), entry)) {
                takeOut(event, hooks);
                hooks.withArrayProperty(event).add(entry);
            }
        }
        return result;
    }

    /// Whether a list holds the entry once, and nothing else of the gate.
    private boolean isRight(JsonNode list, ObjectNode entry) {
        int right = 0;
        int ours = 0;
        for (JsonNode each : list) {
            right += each.equals(entry) ? 1 : 0;
            ours += rest(each).equals(each) ? 0 : 1;
        }
        return right == 1 && ours == 1;
    }

    /// The settings without the gate's entries, and without the empty lists that they would leave.
    default ObjectNode without(ObjectNode settings) {
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
    private boolean takeOut(String event, ObjectNode hooks) {
        ArrayNode kept = JsonMapper.shared().createArrayNode();
        boolean found = false;
        for (JsonNode each : hooks.path(event)) {
            JsonNode rest = rest(each);
            found |= !rest.equals(each);
            if (!rest.isMissingNode()) {
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

    /// What is left of a handler or a group without the gate's own; the same where it has none.
    private JsonNode rest(JsonNode each) {
        if (!each.path("hooks").isArray()) {
            return isOurs(each) ? each.path("hooks").path("none") : each;
        }
        List<JsonNode> others = new ArrayList<>();
        each.path("hooks").forEach(others::add);
        if (!others.removeIf(this::isOurs)) {
            return each;
        }
        if (others.isEmpty()) {
            return each.path("hooks").path("none");
        }
        ObjectNode rest = each.deepCopy().asObject();
        rest.putArray("hooks").addAll(others);
        return rest;
    }

    private boolean isOurs(JsonNode handler) {
        return Line.isOurs(command(handler), host());
    }

    private void check(ObjectNode settings) {
        JsonNode hooks = settings.path("hooks");
        if (!hooks.isMissingNode() && !hooks.isObject()) {
            throw wrong("hooks", "an object");
        }
        for (var event : hooks.properties()) {
            String at = "hooks." + event.getKey();
            boolean list = event.getValue().isArray();
            if (!list && isEvent(event.getKey())) {
                throw wrong(at, "a list");
            }
            for (JsonNode group : event.getValue()) {
                if (list && !(group.isObject() && isGroup(group))) {
                    throw wrong(at + "[].hooks", "a list");
                }
            }
        }
    }

    /// Whether a member of `hooks` is a list of an event; some clients keep switches beside them.
    default boolean isEvent(String name) {
        return true;
    }

    /// Whether it has the form in which this client reads it.
    default boolean isGroup(JsonNode group) {
        return group.path("hooks").isArray();
    }

    private IllegalArgumentException wrong(String where, String what) {
        return new IllegalArgumentException(
                "`"
                        + where
                        + "` is not "
                        + what
                        + "; "
                        + host().title()
                        + " would drop the whole file without a word, so mend that first");
    }
}
