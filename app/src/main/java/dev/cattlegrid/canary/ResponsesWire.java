package dev.cattlegrid.canary;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// OpenAI's Responses.
///
/// @see <a href="https://platform.openai.com/docs/api-reference/responses">Responses</a>
final class ResponsesWire implements Wire {
    @Override
    public boolean takes(String path) {
        return path.endsWith("/responses");
    }

    @Override
    public Conversation read(JsonNode request) {
        var draft = new Conversation.Draft();
        boolean tools = !request.path("tools").isEmpty();
        if (request.path("input").isString()) {
            draft.said(request.path("input"));
        }
        for (JsonNode item : request.path("input")) {
            String type = item.path("type").asString("message");
            switch (type) {
                case "message" -> {
                    if (item.path("role").asString("").equals("user")) {
                        draft.said(item.path("content"));
                    }
                }
                case "function_call", "custom_tool_call" ->
                        draft.made(item.path("call_id").asString(""));
                case "function_call_output", "custom_tool_call_output" ->
                        draft.told(
                                item.path("call_id").asString(""),
                                new Told(Conversation.text(item.path("output")), false));
                case "additional_tools" -> tools = true;
                default -> {}
            }
        }
        return draft.done(tools);
    }

    @Override
    public Body answer(Reply reply, JsonNode request, String path) {
        ObjectNode response = Wire.object();
        response.put("id", "resp_scripted").put("object", "response").put("status", "completed");
        response.set("model", request.path("model"));
        ArrayNode output = response.putArray("output");
        if (!reply.text().isEmpty()) {
            output.add(message(reply.text()));
        }
        reply.calls().forEach(made -> output.add(call(made)));
        ObjectNode usage = response.putObject("usage").put("input_tokens", 100);
        usage.putObject("input_tokens_details").put("cached_tokens", 0);
        usage.put("output_tokens", 20).put("total_tokens", 120);
        usage.putObject("output_tokens_details").put("reasoning_tokens", 0);
        return request.path("stream").asBoolean(false)
                ? Body.events(events(response))
                : Body.whole(response);
    }

    private static ObjectNode message(String text) {
        ObjectNode message = Wire.event("message").put("id", "msg_scripted");
        message.put("role", "assistant").put("status", "completed");
        message.putArray("content")
                .addObject()
                .put("type", "output_text")
                .put("text", text)
                .putArray("annotations");
        return message;
    }

    private static ObjectNode call(Reply.Made made) {
        boolean free = !made.call().text().isEmpty();
        ObjectNode call = Wire.event(free ? "custom_tool_call" : "function_call");
        call.put("id", "fc_" + made.id()).put("call_id", made.id()).put("status", "completed");
        call.put("name", made.call().tool());
        if (free) {
            call.put("input", made.call().text());
        } else {
            call.put("arguments", JSON.writeValueAsString(made.call().input()));
        }
        if (!made.call().space().isEmpty()) {
            call.put("namespace", made.call().space());
        }
        return call;
    }

    private static List<ObjectNode> events(ObjectNode response) {
        var events = new ArrayList<ObjectNode>();
        ObjectNode begun = response.deepCopy().put("status", "in_progress");
        begun.putArray("output");
        events.add(Wire.event("response.created"));
        events.getLast().set("response", begun);
        int index = 0;
        for (JsonNode item : response.path("output")) {
            events.add(Wire.event("response.output_item.added").put("output_index", index));
            events.getLast().set("item", item);
            events.add(Wire.event("response.output_item.done").put("output_index", index));
            events.getLast().set("item", item);
            index++;
        }
        events.add(Wire.event("response.completed"));
        events.getLast().set("response", response);
        return events;
    }
}
