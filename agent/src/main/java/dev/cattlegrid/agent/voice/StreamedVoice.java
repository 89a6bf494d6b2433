package dev.cattlegrid.agent.voice;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A model behind the library that speaks to providers, whose words come piece by piece. The library is loaded when it is first
/// needed, or ahead of that while a person types.
public final class StreamedVoice implements Voice {
    private static final int TOO_MANY = 429;
    private static final int TOO_SLOW = 408;
    private static final int BAD = 400;
    private static final int TOO_LARGE = 413;
    private static final int SERVERS_FAULT = 500;

    private final String name;
    private final Supplier<StreamingChatModel> making;
    private @Nullable StreamingChatModel made;

    public StreamedVoice(String name, Supplier<StreamingChatModel> making) {
        this.name = name;
        this.making = making;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void getReady() {
        model();
    }

    private synchronized StreamingChatModel model() {
        StreamingChatModel model = made == null ? making.get() : made;
        made = model;
        return model;
    }

    @Override
    public Spoken speak(Request request, Consumer<String> words, Stop stop) {
        var hearing = new Hearing(words, stop);
        try (Stop.Watch _ = stop.watch(hearing::stop)) {
            model().chat(
                            ChatRequest.builder()
                                    .messages(LangChain.messages(request))
                                    .toolSpecifications(LangChain.tools(request.tools()))
                                    .maxOutputTokens(request.most())
                                    .build(),
                            hearing);
            return hearing.done.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Spoken.Stopped(hearing.text());
        } catch (ExecutionException problem) {
            return failed(problem);
        } catch (RuntimeException problem) {
            return failed(problem);
        }
    }

    /// What comes back, collected.
    private static final class Hearing implements StreamingChatResponseHandler {
        private final Consumer<String> words;
        private final Stop stop;
        private final CompletableFuture<Spoken> done = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private @Nullable StreamingHandle handle;

        Hearing(Consumer<String> words, Stop stop) {
            this.words = words;
            this.stop = stop;
        }

        synchronized String text() {
            return text.toString();
        }

        @Override
        public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
            synchronized (this) {
                handle = context.streamingHandle();
                text.append(part.text());
            }
            if (stop.isStopped()) {
                stop();
            } else {
                words.accept(part.text());
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            @Nullable String said = response.aiMessage().text();
            done.complete(
                    new Spoken.Said(
                            said == null ? "" : said,
                            LangChain.calls(response.aiMessage()),
                            response.finishReason() == FinishReason.LENGTH,
                            usage(response.tokenUsage())));
        }

        @Override
        public void onError(Throwable problem) {
            done.complete(failed(problem));
        }

        private void stop() {
            @Nullable StreamingHandle open;
            synchronized (this) {
                open = handle;
            }
            done.complete(new Spoken.Stopped(text()));
            if (open != null) {
                open.cancel();
            }
        }
    }

    private static Usage usage(@Nullable TokenUsage tokens) {
        if (tokens == null) {
            return Usage.NONE;
        }
        long prompt = number(tokens.inputTokenCount());
        long answer = number(tokens.outputTokenCount());
        return switch (tokens) {
            case AnthropicTokenUsage of -> {
                long cached = number(of.cacheReadInputTokens());
                yield new Usage(
                        prompt + cached + number(of.cacheCreationInputTokens()), cached, answer);
            }
            case OpenAiTokenUsage of -> {
                OpenAiTokenUsage.@Nullable InputTokensDetails details = of.inputTokensDetails();
                yield new Usage(
                        prompt, details == null ? 0 : number(details.cachedTokens()), answer);
            }
            case GoogleAiGeminiTokenUsage of ->
                    new Usage(prompt, number(of.cachedContentTokenCount()), answer);
            default -> new Usage(prompt, 0, answer);
        };
    }

    private static long number(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    /// What the provider wrote is looked at and left out: it may repeat what was sent.
    private static Spoken.Failed failed(Throwable problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            switch (each) {
                case HttpException http -> {
                    return of(http.statusCode(), String.valueOf(http.getMessage()));
                }
                case TimeoutException _ -> {
                    return new Spoken.Failed("the model gave no answer in time", true, false);
                }
                case IOException _ -> {
                    return new Spoken.Failed("the model cannot be reached", true, false);
                }
                default -> {}
            }
        }
        return new Spoken.Failed(
                "the model's answer could not be read (%s)"
                        .formatted(problem.getClass().getSimpleName()),
                false,
                false);
    }

    private static Spoken.Failed of(int status, String body) {
        String text = body.toLowerCase(Locale.ROOT);
        boolean tooLong =
                status == TOO_LARGE
                        || status == BAD
                                && (text.contains("too long")
                                        || text.contains("context length")
                                        || text.contains("context_length")
                                        || text.contains("maximum context"));
        String why =
                tooLong
                        ? "says that the conversation is too long"
                        : switch (status) {
                            case 401, 403 -> "does not accept the key";
                            case 404 -> "has no such model or address";
                            case TOO_MANY -> "has had too many requests";
                            default -> "failed";
                        };
        return new Spoken.Failed(
                "the provider %s (%d)".formatted(why, status),
                status == TOO_MANY || status == TOO_SLOW || status >= SERVERS_FAULT,
                tooLong);
    }
}
