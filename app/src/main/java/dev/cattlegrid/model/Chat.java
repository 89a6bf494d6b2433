package dev.cattlegrid.model;

import com.fasterxml.jackson.core.JacksonException;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A model behind the library that speaks to providers.
record Chat(ChatModel model, Connection connection) implements Model {
    private static final int TOO_MANY = 429;
    private static final int TOO_SLOW = 408;
    private static final int UNKNOWN_KEY = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_THERE = 404;
    private static final int SERVERS_FAULT = 500;

    static Model of(Connection connection, Key key, Duration most) {
        return new Chat(Wires.open(connection, key, most), connection);
    }

    @Override
    public Reply ask(Prompt prompt) {
        try {
            return reply(model.chat(request(prompt)));
        } catch (ContentFilteredException _) {
            return new Reply.Declined(Usage.NONE);
        } catch (RuntimeException problem) {
            return failed(problem);
        }
    }

    private ChatRequest request(Prompt prompt) {
        Optional<ResponseFormat> format =
                connection.schema() ? prompt.shape().map(Chat::format) : Optional.empty();
        return ChatRequest.builder()
                .messages(messages(prompt))
                .parameters(parameters(prompt.most(), format))
                .build();
    }

    /// Anthropic's cache wants to be told where the part ends that comes again, and that a part of a message is one of its own.
    private List<ChatMessage> messages(Prompt prompt) {
        var system = SystemMessage.from(prompt.system());
        if (connection.provider() != Provider.ANTHROPIC) {
            return List.of(system, UserMessage.from(prompt.material() + "\n" + prompt.task()));
        }
        var material =
                UserMessage.builder()
                        .addContent(TextContent.from(prompt.material()))
                        .attributes(Map.of("cache_control", "ephemeral"))
                        .build();
        return List.of(system, material, UserMessage.from(prompt.task()));
    }

    /// OpenAI's own models count what they think into the length of an answer, and want that length by another name.
    private ChatRequestParameters parameters(int most, Optional<ResponseFormat> format) {
        if (connection.provider() == Provider.OPENAI) {
            var parameters = OpenAiChatRequestParameters.builder().maxCompletionTokens(most);
            format.ifPresent(parameters::responseFormat);
            return parameters.build();
        }
        var parameters = ChatRequestParameters.builder().maxOutputTokens(most);
        format.ifPresent(parameters::responseFormat);
        return parameters.build();
    }

    private static ResponseFormat format(Shape shape) {
        var one = JsonObjectSchema.builder();
        shape.texts()
                .forEach((name, words) -> {
                    if (words.isEmpty()) {
                        one.addStringProperty(name);
                    } else {
                        one.addProperty(name, JsonEnumSchema.builder().enumValues(words).build());
                    }
                });
        shape.numbers().forEach(one::addIntegerProperty);
        var names = new ArrayList<>(shape.texts().keySet());
        names.addAll(shape.numbers());
        one.required(names).additionalProperties(false);
        var all =
                JsonObjectSchema.builder()
                        .addProperty(
                                shape.list(), JsonArraySchema.builder().items(one.build()).build())
                        .required(shape.list())
                        .additionalProperties(false)
                        .build();
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder().name("answer").rootElement(all).build())
                .build();
    }

    private Reply reply(ChatResponse response) {
        Usage usage = usage(response.tokenUsage());
        @Nullable FinishReason end = response.finishReason();
        @Nullable String text = response.aiMessage() == null ? null : response.aiMessage().text();
        boolean cut = end == FinishReason.LENGTH;
        boolean silent = text == null || text.isBlank();
        boolean declined =
                end == FinishReason.CONTENT_FILTER || end == FinishReason.OTHER || silent && !cut;
        return declined
                ? new Reply.Declined(usage)
                : new Reply.Said(text == null ? "" : text, cut, usage);
    }

    private static Usage usage(@Nullable TokenUsage tokens) {
        if (tokens == null) {
            return Usage.NONE;
        }
        int prompt = number(tokens.inputTokenCount());
        int answer = number(tokens.outputTokenCount());
        return switch (tokens) {
            case AnthropicTokenUsage of -> {
                int cached = number(of.cacheReadInputTokens());
                yield new Usage(
                        prompt + cached + number(of.cacheCreationInputTokens()), cached, answer);
            }
            case OpenAiTokenUsage of -> {
                var details = of.inputTokensDetails();
                yield new Usage(
                        prompt, details == null ? 0 : number(details.cachedTokens()), answer);
            }
            case GoogleAiGeminiTokenUsage of ->
                    new Usage(prompt, number(of.cachedContentTokenCount()), answer);
            default -> new Usage(prompt, 0, answer);
        };
    }

    private static int number(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    /// What the provider wrote is left out: it may repeat what was sent, the key among it.
    private static Reply failed(RuntimeException problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            switch (each) {
                case HttpException http -> {
                    return of(http.statusCode());
                }
                case TimeoutException _ -> {
                    return new Reply.Failed("the model gave no answer in time", false);
                }
                case JacksonException _ -> {
                    return new Reply.Garbled();
                }
                case IOException _ -> {
                    return new Reply.Failed("the model cannot be reached", true);
                }
                case InterruptedException _ -> {
                    Thread.currentThread().interrupt();
                    return new Reply.Failed("asking the model was interrupted", false);
                }
                default -> {}
            }
        }
        return new Reply.Garbled();
    }

    private static Reply.Failed of(int status) {
        String why =
                switch (status) {
                    case UNKNOWN_KEY, FORBIDDEN -> "does not accept the key";
                    case NOT_THERE -> "has no such model or address";
                    case TOO_MANY -> "has had too many requests";
                    default -> "failed";
                };
        return new Reply.Failed(
                "the provider %s (%d)".formatted(why, status),
                status == TOO_MANY || status == TOO_SLOW || status >= SERVERS_FAULT);
    }
}
