package dev.cattlegrid.agent.voice;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Messages and tools in the words of the library that speaks to providers, and back.
final class LangChain {
    private LangChain() {}

    static List<ChatMessage> messages(Request request) {
        var all = new ArrayList<ChatMessage>();
        all.add(SystemMessage.from(request.system()));
        for (Message message : request.messages()) {
            switch (message) {
                case Message.User(var text) -> all.add(UserMessage.from(text));
                case Message.Model(var text, var calls) -> all.add(model(text, calls));
                case Message.Results(var results) ->
                        results.stream().map(LangChain::result).forEach(all::add);
            }
        }
        return all;
    }

    private static ChatMessage model(String text, List<Message.Call> calls) {
        List<ToolExecutionRequest> requests =
                calls.stream()
                        .map(call ->
                                ToolExecutionRequest.builder()
                                        .id(call.id())
                                        .name(call.tool())
                                        .arguments(Json.print(call.input().values()))
                                        .build())
                        .toList();
        var message = AiMessage.builder();
        if (!text.isEmpty()) {
            message.text(text);
        }
        if (!requests.isEmpty()) {
            message.toolExecutionRequests(requests);
        }
        return message.build();
    }

    private static ChatMessage result(Message.Result result) {
        return ToolExecutionResultMessage.builder()
                .id(result.id())
                .toolName(result.tool())
                .text(result.text().isEmpty() ? "(no output)" : result.text())
                .isError(result.failed())
                .build();
    }

    static List<ToolSpecification> tools(List<Offer> offers) {
        return offers.stream()
                .map(offer ->
                        ToolSpecification.builder()
                                .name(offer.name())
                                .description(offer.description())
                                .parameters(schema(new Fields(offer.schema())))
                                .build())
                .toList();
    }

    private static JsonObjectSchema schema(Fields schema) {
        Map<String, JsonSchemaElement> properties = new LinkedHashMap<>();
        schema.object("properties")
                .orElse(Fields.NONE)
                .values()
                .forEach((name, value) ->
                        properties.put(
                                name,
                                value instanceof Map<?, ?> map
                                        ? element(fields(map))
                                        : new JsonStringSchema()));
        List<String> required =
                schema.list("required").orElse(List.of()).stream().map(String::valueOf).toList();
        return JsonObjectSchema.builder()
                .description(schema.text("description").orElse(null))
                .addProperties(properties)
                .required(required)
                .build();
    }

    /// Not every provider takes a schema as it stands, so that its usual words are told one by one.
    private static JsonSchemaElement element(Fields schema) {
        @Nullable String description = schema.text("description").orElse(null);
        if (schema.has("enum")) {
            return JsonEnumSchema.builder()
                    .description(description)
                    .enumValues(
                            schema.list("enum").orElse(List.of()).stream()
                                    .map(String::valueOf)
                                    .toList())
                    .build();
        }
        return switch (schema.text("type").orElse("")) {
            case "integer" -> JsonIntegerSchema.builder().description(description).build();
            case "number" -> JsonNumberSchema.builder().description(description).build();
            case "boolean" -> JsonBooleanSchema.builder().description(description).build();
            case "array" ->
                    JsonArraySchema.builder()
                            .description(description)
                            .items(
                                    schema.object("items")
                                            .map(LangChain::element)
                                            .orElseGet(JsonStringSchema::new))
                            .build();
            case "object" -> schema(schema);
            case "string" -> JsonStringSchema.builder().description(description).build();
            default -> JsonRawSchema.from(Json.print(schema.values()));
        };
    }

    private static Fields fields(Map<?, ?> map) {
        var values = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> values.put(String.valueOf(name), value));
        return new Fields(values);
    }

    static List<Message.Call> calls(AiMessage message) {
        @Nullable List<ToolExecutionRequest> requests = message.toolExecutionRequests();
        if (requests == null) {
            return List.of();
        }
        var calls = new ArrayList<Message.Call>();
        for (ToolExecutionRequest request : requests) {
            String arguments = request.arguments();
            String text = arguments == null || arguments.isBlank() ? "{}" : arguments;
            String id = request.id() == null ? "call-" + calls.size() : request.id();
            calls.add(
                    switch (Json.parse(text).members()) {
                        case Json.Members.Of(var fields) ->
                                new Message.Call(id, request.name(), fields, "");
                        case Json.Members.None(var what) ->
                                new Message.Call(id, request.name(), Fields.NONE, what);
                    });
        }
        return calls;
    }
}
