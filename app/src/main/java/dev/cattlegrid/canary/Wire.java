package dev.cattlegrid.canary;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A provider's way of putting a conversation into requests, as far as the clients need it to run.
interface Wire {
    JsonMapper JSON = JsonMapper.shared();

    /// Whether a request to this path asks the model for its next answer.
    boolean takes(String path);

    Conversation read(JsonNode request);

    Body answer(Reply reply, JsonNode request, String path);

    /// The wire of a path; nothing where it asks for no answer of the model.
    static Optional<Wire> of(String path) {
        return List.of(new AnthropicWire(), new ResponsesWire(), new ChatWire(), new GeminiWire())
                .stream()
                .filter(wire -> wire.takes(path))
                .findFirst();
    }

    /// The body of an answer.
    record Body(String type, String text) {
        static Body whole(JsonNode value) {
            return new Body("application/json", value.toString());
        }

        /// Server-sent events, each named by its `type` where it has one.
        static Body events(List<ObjectNode> events) {
            var text = new StringBuilder();
            for (ObjectNode event : events) {
                if (event.has("type")) {
                    text.append("event: ").append(event.path("type").asString()).append('\n');
                }
                text.append("data: ").append(event).append("\n\n");
            }
            return new Body("text/event-stream", text.toString());
        }

        Body then(String more) {
            return new Body(type, text + more);
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ObjectNode event(String type) {
        return object().put("type", type);
    }
}
