package dev.cattlegrid.wiring;

import dev.cattlegrid.host.Host;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Hooks as Claude Code has them, and Codex, Gemini CLI and Qwen Code after it: handlers in groups that a matcher chooses.
///
/// @param matched whether an event's groups are chosen by the name of a tool
/// @param more what a handler has beside its kind and its command
record GroupedHooks(
        Host host, List<String> events, Predicate<String> matched, Consumer<ObjectNode> more)
        implements HookTable {
    @Override
    public ObjectNode entry(String event, String command) {
        ObjectNode group = JsonMapper.shared().createObjectNode();
        if (matched.test(event)) {
            group.put("matcher", "*");
        }
        ObjectNode handler = group.putArray("hooks").addObject();
        handler.put("type", "command").put("command", command);
        more.accept(handler);
        return group;
    }

    @Override
    public boolean isEvent(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    @Override
    public String command(JsonNode handler) {
        return handler.path("command").asString("");
    }
}
