package dev.cattlegrid.canary;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Anthropic's Messages.
///
/// @see <a href="https://docs.claude.com/en/api/messages">Messages</a>
final class AnthropicWire implements Wire {
    @Override
    public boolean takes(String path) {
        return path.endsWith("/messages");
    }

    @Override
    public Conversation read(JsonNode request) {
        var draft = new Conversation.Draft();
        for (JsonNode message : request.path("messages")) {
            boolean models = message.path("role").asString("").equals("assistant");
            if (!models) {
                draft.said(message.path("content"));
            }
            for (JsonNode block : message.path("content")) {
                switch (block.path("type").asString("")) {
                    case "tool_use" -> draft.made(block.path("id").asString(""));
                    case "tool_result" ->
                            draft.told(
                                    block.path("tool_use_id").asString(""),
                                    new Told(
                                            Conversation.text(block.path("content")),
                                            block.path("is_error").asBoolean(false)));
                    default -> {}
                }
            }
        }
        return draft.done(!request.path("tools").isEmpty());
    }

    @Override
    public Body answer(Reply reply, JsonNode request, String path) {
        ObjectNode message = message(reply, request);
        return request.path("stream").asBoolean(false)
                ? Body.events(events(message))
                : Body.whole(message);
    }

    private static ObjectNode message(Reply reply, JsonNode request) {
        ObjectNode message = Wire.event("message");
        message.put("id", "msg_scripted").put("role", "assistant");
        message.set("model", request.path("model"));
        ArrayNode content = message.putArray("content");
        if (!reply.text().isEmpty()) {
            content.addObject().put("type", "text").put("text", reply.text());
        }
        for (Reply.Made made : reply.calls()) {
            content.addObject()
                    .put("type", "tool_use")
                    .put("id", made.id())
                    .put("name", made.call().tool())
                    .set("input", JSON.valueToTree(made.call().input()));
        }
        message.put("stop_reason", reply.calls().isEmpty() ? "end_turn" : "tool_use");
        message.putNull("stop_sequence");
        message.putObject("usage").put("input_tokens", 100).put("output_tokens", 20);
        return message;
    }

    private static List<ObjectNode> events(ObjectNode message) {
        var events = new ArrayList<ObjectNode>();
        ObjectNode head = message.deepCopy();
        head.putArray("content");
        head.putNull("stop_reason");
        events.add(Wire.event("message_start"));
        events.getLast().set("message", head);
        int index = 0;
        for (JsonNode block : message.path("content")) {
            blocks(block.asObject(), index++, events);
        }
        ObjectNode end = Wire.event("message_delta");
        end.putObject("delta")
                .put("stop_reason", message.path("stop_reason").asString())
                .putNull("stop_sequence");
        end.putObject("usage").put("output_tokens", 20);
        events.add(end);
        events.add(Wire.event("message_stop"));
        return events;
    }

    private static void blocks(ObjectNode block, int index, List<ObjectNode> events) {
        ObjectNode empty = block.deepCopy();
        ObjectNode delta;
        if (block.path("type").asString("").equals("tool_use")) {
            empty.putObject("input");
            delta = Wire.event("input_json_delta");
            delta.put("partial_json", block.path("input").toString());
        } else {
            empty.put("text", "");
            delta = Wire.event("text_delta").put("text", block.path("text").asString());
        }
        events.add(Wire.event("content_block_start").put("index", index));
        events.getLast().set("content_block", empty);
        events.add(Wire.event("content_block_delta").put("index", index));
        events.getLast().set("delta", delta);
        events.add(Wire.event("content_block_stop").put("index", index));
    }
}
