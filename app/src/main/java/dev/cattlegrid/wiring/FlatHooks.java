package dev.cattlegrid.wiring;

import dev.cattlegrid.host.Host;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Hooks as Cursor and GitHub Copilot CLI have them: the handlers of an event in a plain list.
///
/// @param name of the member that holds the command
/// @param more what a handler has beside its command
record FlatHooks(Host host, List<String> events, String name, Consumer<ObjectNode> more)
        implements HookTable {
    @Override
    public ObjectNode entry(String event, String command) {
        ObjectNode handler = JsonMapper.shared().createObjectNode();
        handler.put(name, command);
        more.accept(handler);
        return handler;
    }

    @Override
    public ObjectNode with(ObjectNode settings, String command) {
        ObjectNode result = JsonMapper.shared().createObjectNode();
        if (!settings.has("version")) {
            result.put("version", 1);
        }
        result.setAll(HookTable.super.with(settings, command));
        return result;
    }

    @Override
    public boolean isGroup(JsonNode group) {
        return true;
    }

    @Override
    public String command(JsonNode handler) {
        return handler.path(name).asString("");
    }
}
