package dev.cattlegrid.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiResponsesChatModel;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Each provider's wire, set up so that nothing but the request goes out: no retries of its own, no logs, no redirects.
final class Wires {
    /// Where a provider wants a key and the settings give none: local servers do not look at it.
    private static final String NO_KEY = "none";

    private Wires() {}

    static ChatModel open(Connection connection, Key key, Duration most) {
        return switch (connection.provider()) {
            case ANTHROPIC -> anthropic(connection, key, most);
            case OPENAI, COMPATIBLE -> chat(connection, key, most);
            case OPENAI_RESPONSES -> responses(connection, key, most);
            case GEMINI -> gemini(connection, key, most);
            case OLLAMA -> ollama(connection, key, most);
        };
    }

    private static ChatModel anthropic(Connection connection, Key key, Duration most) {
        var model =
                AnthropicChatModel.builder()
                        .httpClientBuilder(http(connection, most))
                        .baseUrl(connection.address())
                        .apiKey(text(key))
                        .modelName(connection.model())
                        .cacheSystemMessages(true)
                        .customHeaders(headers(connection, key))
                        .timeout(most)
                        .maxRetries(0);
        connection.temperature().ifPresent(model::temperature);
        return model.build();
    }

    private static ChatModel chat(Connection connection, Key key, Duration most) {
        var model =
                OpenAiChatModel.builder()
                        .httpClientBuilder(http(connection, most))
                        .baseUrl(connection.address())
                        .apiKey(text(key))
                        .modelName(connection.model())
                        .strictJsonSchema(connection.schema())
                        .customHeaders(headers(connection, key))
                        .customQueryParams(connection.query())
                        .timeout(most)
                        .maxRetries(0);
        connection.temperature().ifPresent(model::temperature);
        connection.effort().ifPresent(model::reasoningEffort);
        return model.build();
    }

    private static ChatModel responses(Connection connection, Key key, Duration most) {
        var model =
                OpenAiResponsesChatModel.builder()
                        .httpClientBuilder(http(connection, most))
                        .baseUrl(connection.address())
                        .apiKey(text(key))
                        .modelName(connection.model())
                        .store(false);
        connection.temperature().ifPresent(model::temperature);
        connection.effort().ifPresent(model::reasoningEffort);
        return model.build();
    }

    private static ChatModel gemini(Connection connection, Key key, Duration most) {
        var model =
                GoogleAiGeminiChatModel.builder()
                        .httpClientBuilder(http(connection, most))
                        .baseUrl(connection.address())
                        .apiKey(text(key))
                        .modelName(connection.model())
                        .customHeaders(headers(connection, key))
                        .timeout(most)
                        .maxRetries(0);
        connection.temperature().ifPresent(model::temperature);
        return model.build();
    }

    private static ChatModel ollama(Connection connection, Key key, Duration most) {
        var model =
                OllamaChatModel.builder()
                        .httpClientBuilder(http(connection, most))
                        .baseUrl(connection.address())
                        .modelName(connection.model())
                        .temperature(connection.temperature().orElse(0.0))
                        .customHeaders(headers(connection, key))
                        .timeout(most)
                        .maxRetries(0);
        return model.build();
    }

    static String text(Key key) {
        return key.isEmpty() ? NO_KEY : key.text();
    }

    static Map<String, String> headers(Connection connection, Key key) {
        var headers = new HashMap<>(connection.headers());
        if (connection.keyHeader().isPresent() && !key.isEmpty()) {
            headers.put(connection.keyHeader().get(), key.text());
        }
        return headers;
    }

    /// Servers of one's own often stumble over the offer to speak HTTP/2 on a plain connection.
    static HttpClientBuilder http(Connection connection, Duration most) {
        var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER);
        if (connection.isPlain()) {
            client.version(HttpClient.Version.HTTP_1_1);
        }
        return new JdkHttpClientBuilder()
                .httpClientBuilder(client)
                .connectTimeout(most)
                .readTimeout(most);
    }
}
