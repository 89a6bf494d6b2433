package dev.cattlegrid.model;

import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiResponsesStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;

/// Each provider's wire for a model that is talked with, whose words come piece by piece.
final class StreamingWires {
    private static final int MOST_TOKENS = 16_000;

    private StreamingWires() {}

    static StreamingChatModel open(Connection connection, Key key, Duration most) {
        return switch (connection.provider()) {
            case ANTHROPIC -> anthropic(connection, key, most);
            case OPENAI, COMPATIBLE -> chat(connection, key, most);
            case OPENAI_RESPONSES -> responses(connection, key);
            case GEMINI -> gemini(connection, key, most);
            case OLLAMA -> ollama(connection, key, most);
        };
    }

    private static StreamingChatModel anthropic(Connection connection, Key key, Duration most) {
        var model =
                AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(Wires.http(connection, most))
                        .baseUrl(connection.address())
                        .apiKey(Wires.text(key))
                        .modelName(connection.model())
                        .maxTokens(MOST_TOKENS)
                        .cacheSystemMessages(true)
                        .cacheTools(true)
                        .customHeaders(Wires.headers(connection, key))
                        .timeout(most);
        connection.temperature().ifPresent(model::temperature);
        return model.build();
    }

    private static StreamingChatModel chat(Connection connection, Key key, Duration most) {
        var model =
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(Wires.http(connection, most))
                        .baseUrl(connection.address())
                        .apiKey(Wires.text(key))
                        .modelName(connection.model())
                        .customHeaders(Wires.headers(connection, key))
                        .customQueryParams(connection.query())
                        .timeout(most);
        connection.temperature().ifPresent(model::temperature);
        connection.effort().ifPresent(model::reasoningEffort);
        return model.build();
    }

    private static StreamingChatModel responses(Connection connection, Key key) {
        var model =
                OpenAiResponsesStreamingChatModel.builder()
                        .baseUrl(connection.address())
                        .apiKey(Wires.text(key))
                        .modelName(connection.model())
                        .store(false);
        connection.temperature().ifPresent(model::temperature);
        connection.effort().ifPresent(model::reasoningEffort);
        return model.build();
    }

    private static StreamingChatModel gemini(Connection connection, Key key, Duration most) {
        var model =
                GoogleAiGeminiStreamingChatModel.builder()
                        .httpClientBuilder(Wires.http(connection, most))
                        .baseUrl(connection.address())
                        .apiKey(Wires.text(key))
                        .modelName(connection.model())
                        .customHeaders(Wires.headers(connection, key))
                        .timeout(most);
        connection.temperature().ifPresent(model::temperature);
        return model.build();
    }

    private static StreamingChatModel ollama(Connection connection, Key key, Duration most) {
        var model =
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(Wires.http(connection, most))
                        .baseUrl(connection.address())
                        .modelName(connection.model())
                        .customHeaders(Wires.headers(connection, key))
                        .timeout(most);
        connection.temperature().ifPresent(model::temperature);
        return model.build();
    }
}
