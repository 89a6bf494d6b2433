package dev.cattlegrid.canary;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// OpenAI's Chat Completions, which many other providers speak too.
///
/// @see <a href="https://platform.openai.com/docs/api-reference/chat">Chat</a>
final class ChatWire implements Wire {
    @Override
    public boolean takes(String path) {
        return path.endsWith("/chat/completions");
    }

    @Override
    public Conversation read(JsonNode request) {
        var draft = new Conversation.Draft();
        for (JsonNode message : request.path("messages")) {
            switch (message.path("role").asString("")) {
                case "user" -> draft.said(message.path("content"));
                case "assistant" -> {
                    for (JsonNode call : message.path("tool_calls")) {
                        draft.made(call.path("id").asString(""));
                    }
                }
                case "tool" ->
                        draft.told(
                                message.path("tool_call_id").asString(""),
                                new Told(Conversation.text(message.path("content")), false));
                default -> {}
            }
        }
        return draft.done(!request.path("tools").isEmpty());
    }

    @Override
    public Body answer(Reply reply, JsonNode request, String path) {
        ObjectNode message = Wire.object().put("role", "assistant");
        message.put("content", reply.text());
        if (!reply.calls().isEmpty()) {
            ArrayNode calls = message.putArray("tool_calls");
            reply.calls().forEach(made -> calls.add(call(made, calls.size())));
        }
        String end = reply.calls().isEmpty() ? "stop" : "tool_calls";
        return request.path("stream").asBoolean(false)
                ? Body.events(
                                List.of(
                                        choice(
                                                "chat.completion.chunk",
                                                "delta",
                                                message,
                                                "",
                                                request),
                                        choice(
                                                "chat.completion.chunk",
                                                "delta",
                                                Wire.object(),
                                                end,
                                                request)))
                        .then("data: [DONE]\n\n")
                : Body.whole(choice("chat.completion", "message", message, end, request));
    }

    private static ObjectNode call(Reply.Made made, int index) {
        ObjectNode call = Wire.object().put("index", index).put("id", made.id());
        call.put("type", "function");
        call.putObject("function")
                .put("name", made.call().tool())
                .put("arguments", JSON.writeValueAsString(made.call().input()));
        return call;
    }

    /// @param end why the answer ends here; empty where it goes on
    private static ObjectNode choice(
            String kind, String field, ObjectNode message, String end, JsonNode request) {
        ObjectNode whole = Wire.object().put("id", "chatcmpl-scripted").put("object", kind);
        whole.put("created", 1_700_000_000L);
        whole.set("model", request.path("model"));
        ObjectNode choice = whole.putArray("choices").addObject().put("index", 0);
        choice.set(field, message);
        if (end.isEmpty()) {
            choice.putNull("finish_reason");
        } else {
            choice.put("finish_reason", end);
            whole.putObject("usage")
                    .put("prompt_tokens", 100)
                    .put("completion_tokens", 20)
                    .put("total_tokens", 120);
        }
        return whole;
    }
}
