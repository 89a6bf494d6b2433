package dev.cattlegrid.model;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// How a provider puts prompts and answers into JSON, seen from the provider's side.
public enum ModelWire {
    ANTHROPIC(Provider.ANTHROPIC, "/v1", "/v1/messages"),
    CHAT(Provider.OPENAI, "/v1", "/v1/chat/completions"),
    COMPATIBLE(Provider.COMPATIBLE, "/v1", "/v1/chat/completions"),
    RESPONSES(Provider.OPENAI_RESPONSES, "/v1", "/v1/responses"),
    GEMINI(Provider.GEMINI, "/v1beta", "/v1beta/models/scripted:generateContent"),
    OLLAMA(Provider.OLLAMA, "", "/api/chat");

    private static final String MODEL = "scripted";

    private final Provider provider;
    private final String base;
    private final String path;

    ModelWire(Provider provider, String base, String path) {
        this.provider = provider;
        this.base = base;
        this.path = path;
    }

    /// A model of this provider that is reached at a server of ours.
    public Connection connection(String server, KeySource key) {
        return new Connection(provider, MODEL, key).at(URI.create(server + base));
    }

    public String path() {
        return path;
    }

    /// How an answer ends.
    public enum End {
        DONE,
        CUT,
        DECLINED
    }

    /// All that was said in a request, the system's part first.
    public static String said(Fields request) {
        var texts = new ArrayList<String>();
        Map<Boolean, Map<String, Object>> parts =
                Map.of(true, new LinkedHashMap<>(), false, new LinkedHashMap<>());
        request.values()
                .forEach((name, value) ->
                        parts.get(name.toLowerCase(Locale.ROOT).startsWith("system"))
                                .put(name, value));
        gather(parts.get(true), texts);
        gather(parts.get(false), texts);
        return String.join("\n", texts);
    }

    private static void gather(Object value, List<String> texts) {
        switch (value) {
            case Map<?, ?> map ->
                    map.forEach((name, member) -> {
                        boolean says = List.of("text", "content", "system").contains(name);
                        if (says && member instanceof String text) {
                            texts.add(text);
                        } else {
                            gather(member, texts);
                        }
                    });
            case List<?> list -> list.forEach(each -> gather(each, texts));
            default -> {}
        }
    }

    /// @param cached of the 1,000 tokens of the prompt
    public String answer(String text, End end, int cached) {
        return Json.print(
                switch (this) {
                    case ANTHROPIC ->
                            Map.of(
                                    "id",
                                    "msg_1",
                                    "type",
                                    "message",
                                    "role",
                                    "assistant",
                                    "model",
                                    MODEL,
                                    "content",
                                    List.of(Map.of("type", "text", "text", text)),
                                    "stop_reason",
                                    word(end, "end_turn", "max_tokens", "refusal"),
                                    "usage",
                                    Map.of(
                                            "input_tokens",
                                            1000 - cached,
                                            "cache_read_input_tokens",
                                            cached,
                                            "cache_creation_input_tokens",
                                            0,
                                            "output_tokens",
                                            20));
                    case CHAT, COMPATIBLE ->
                            Map.of(
                                    "id",
                                    "chat_1",
                                    "object",
                                    "chat.completion",
                                    "created",
                                    1,
                                    "model",
                                    MODEL,
                                    "choices",
                                    List.of(
                                            Map.of(
                                                    "index", 0,
                                                    "message",
                                                            Map.of(
                                                                    "role",
                                                                    "assistant",
                                                                    "content",
                                                                    text),
                                                    "finish_reason",
                                                            word(
                                                                    end,
                                                                    "stop",
                                                                    "length",
                                                                    "content_filter"))),
                                    "usage",
                                    Map.of(
                                            "prompt_tokens", 1000,
                                            "completion_tokens", 20,
                                            "total_tokens", 1020,
                                            "prompt_tokens_details",
                                                    Map.of("cached_tokens", cached)));
                    case RESPONSES -> responses(text, end, cached);
                    case GEMINI ->
                            Map.of(
                                    "candidates",
                                            List.of(
                                                    Map.of(
                                                            "content",
                                                                    Map.of(
                                                                            "role",
                                                                            "model",
                                                                            "parts",
                                                                            List.of(
                                                                                    Map.of(
                                                                                            "text",
                                                                                            text))),
                                                            "finishReason",
                                                                    word(
                                                                            end,
                                                                            "STOP",
                                                                            "MAX_TOKENS",
                                                                            "SAFETY"))),
                                    "usageMetadata",
                                            Map.of(
                                                    "promptTokenCount", 1000,
                                                    "cachedContentTokenCount", cached,
                                                    "candidatesTokenCount", 20,
                                                    "totalTokenCount", 1020),
                                    "modelVersion", MODEL);
                    case OLLAMA ->
                            Map.of(
                                    "model",
                                    MODEL,
                                    "created_at",
                                    "2026-11-01T12:00:00Z",
                                    "message",
                                    Map.of("role", "assistant", "content", text),
                                    "done",
                                    true,
                                    "done_reason",
                                    word(end, "stop", "length", "stop"),
                                    "prompt_eval_count",
                                    1000,
                                    "eval_count",
                                    20);
                });
    }

    private static Map<String, Object> responses(String text, End end, int cached) {
        Map<String, Object> part =
                Map.of("type", "output_text", "text", text, "annotations", List.of());
        Map<String, Object> refusal = Map.of("type", "refusal", "refusal", "no");
        return Map.of(
                "id",
                "resp_1",
                "object",
                "response",
                "created_at",
                1,
                "model",
                MODEL,
                "status",
                end == End.CUT ? "incomplete" : "completed",
                "incomplete_details",
                end == End.CUT
                        ? Map.of("reason", "max_output_tokens")
                        : end == End.DECLINED
                                ? Map.of("reason", "content_filter")
                                : Optional.empty(),
                "output",
                List.of(
                        Map.of(
                                "type", "message",
                                "id", "msg_1",
                                "status", "completed",
                                "role", "assistant",
                                "content", List.of(end == End.DECLINED ? refusal : part))),
                "usage",
                Map.of(
                        "input_tokens", 1000,
                        "input_tokens_details", Map.of("cached_tokens", cached),
                        "output_tokens", 20,
                        "output_tokens_details", Map.of("reasoning_tokens", 0),
                        "total_tokens", 1020));
    }

    private static String word(End end, String done, String cut, String declined) {
        return switch (end) {
            case DONE -> done;
            case CUT -> cut;
            case DECLINED -> declined;
        };
    }

    /// How many tokens of an answer were asked for at most.
    public static OptionalInt most(Fields request) {
        for (String name : List.of("max_tokens", "max_completion_tokens", "max_output_tokens")) {
            if (request.number(name).isPresent()) {
                return OptionalInt.of(request.number(name).get().intValue());
            }
        }
        return OptionalInt.empty();
    }
}
