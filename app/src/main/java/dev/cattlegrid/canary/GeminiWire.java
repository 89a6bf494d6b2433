package dev.cattlegrid.canary;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Gemini's generateContent.
///
/// @see <a href="https://ai.google.dev/api/generate-content">Generating content</a>
final class GeminiWire implements Wire {
    @Override
    public boolean takes(String path) {
        return path.endsWith(":generateContent") || path.endsWith(":streamGenerateContent");
    }

    @Override
    public Conversation read(JsonNode request) {
        var draft = new Conversation.Draft();
        for (JsonNode content : request.path("contents")) {
            boolean users = !content.path("role").asString("").equals("model");
            for (JsonNode part : content.path("parts")) {
                if (part.has("functionCall")) {
                    draft.made(part.path("functionCall").path("id").asString(""));
                } else if (part.has("functionResponse")) {
                    JsonNode response = part.path("functionResponse");
                    draft.told(
                            response.path("id").asString(""),
                            new Told(
                                    Conversation.text(response.path("response")),
                                    response.path("response").has("error")));
                } else if (users) {
                    draft.said(part.path("text"));
                }
            }
        }
        boolean tools = false;
        for (JsonNode group : request.path("tools")) {
            tools |= !group.path("functionDeclarations").isEmpty();
        }
        return draft.done(tools);
    }

    @Override
    public Body answer(Reply reply, JsonNode request, String path) {
        ObjectNode whole = Wire.object();
        ObjectNode candidate = whole.putArray("candidates").addObject().put("index", 0);
        ObjectNode content = candidate.putObject("content").put("role", "model");
        ArrayNode parts = content.putArray("parts");
        if (!reply.text().isEmpty()) {
            parts.addObject().put("text", reply.text());
        }
        for (Reply.Made made : reply.calls()) {
            parts.addObject()
                    .putObject("functionCall")
                    .put("id", made.id())
                    .put("name", made.call().tool())
                    .set("args", JSON.valueToTree(made.call().input()));
        }
        candidate.put("finishReason", "STOP");
        whole.putObject("usageMetadata")
                .put("promptTokenCount", 100)
                .put("candidatesTokenCount", 20)
                .put("totalTokenCount", 120);
        return path.endsWith(":streamGenerateContent")
                ? Body.events(List.of(whole))
                : Body.whole(whole);
    }
}
