package dev.cattlegrid.agent.voice;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the model that a person names, with the key that their environment holds.
public final class Voices {
    private static final Duration MOST = Duration.ofMinutes(5);
    private static final int MOST_TOKENS = 16_000;

    /// `opus`, `sonnet-4.6`, `claude-opus-5`: whichever generation there is by then.
    private static final Pattern CLAUDE =
            Pattern.compile("(?:claude-)?(opus|sonnet|haiku)(?:-(\\d+)(?:[.-](\\d+))?(-\\d{8})?)?");

    private final Map<String, String> environment;

    public Voices(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// The model of a name; nothing where there is none, or no key for it.
    ///
    /// @param name `PROVIDER/MODEL`, a model, or a short name of one; empty: the first that there is a key for
    public Optional<Voice> of(String name) {
        int slash = name.indexOf('/');
        String provider = slash > 0 ? name.substring(0, slash) : provider(name);
        String model = slash > 0 ? name.substring(slash + 1) : name;
        return switch (provider) {
            case "anthropic" -> anthropic(model);
            case "openai" -> openai(model);
            default -> Optional.empty();
        };
    }

    private String provider(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (CLAUDE.matcher(lower).matches() || lower.startsWith("claude")) {
            return "anthropic";
        }
        if (name.isEmpty()) {
            return has("ANTHROPIC_API_KEY") ? "anthropic" : "openai";
        }
        return "openai";
    }

    private Optional<Voice> anthropic(String named) {
        if (!has("ANTHROPIC_API_KEY")) {
            return Optional.empty();
        }
        String model = claude(named);
        String base = variable("ANTHROPIC_BASE_URL").orElse("https://api.anthropic.com");
        String address = base.endsWith("/v1") ? base : withoutSlash(base) + "/v1";
        return Optional.of(
                new StreamedVoice(
                        model,
                        AnthropicStreamingChatModel.builder()
                                .httpClientBuilder(http(address))
                                .baseUrl(address)
                                .apiKey(variable("ANTHROPIC_API_KEY").orElse(""))
                                .modelName(model)
                                .maxTokens(MOST_TOKENS)
                                .cacheSystemMessages(true)
                                .cacheTools(true)
                                .timeout(MOST)
                                .build()));
    }

    /// A generation that nobody names is the oldest that is meant for this.
    static String claude(String named) {
        Matcher parts = CLAUDE.matcher(named.isEmpty() ? "sonnet" : named.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return named;
        }
        String major = parts.group(2) == null ? "4" : parts.group(2);
        String minor =
                parts.group(2) == null ? "-6" : parts.group(3) == null ? "" : "-" + parts.group(3);
        String date = parts.group(4) == null ? "" : parts.group(4);
        return "claude-" + parts.group(1) + "-" + major + minor + date;
    }

    private Optional<Voice> openai(String named) {
        Optional<String> base = variable("OPENAI_BASE_URL");
        if (!has("OPENAI_API_KEY") && base.isEmpty()) {
            return Optional.empty();
        }
        String address = withoutSlash(base.orElse("https://api.openai.com/v1"));
        String model = named.isEmpty() ? "gpt-5.1" : named;
        return Optional.of(
                new StreamedVoice(
                        model,
                        OpenAiStreamingChatModel.builder()
                                .httpClientBuilder(http(address))
                                .baseUrl(address)
                                .apiKey(variable("OPENAI_API_KEY").orElse("none"))
                                .modelName(model)
                                .timeout(MOST)
                                .build()));
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private boolean has(String name) {
        return variable(name).isPresent();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
    }

    /// Servers of one's own often stumble over the offer to speak HTTP/2 on a plain connection.
    private static HttpClientBuilder http(String address) {
        var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER);
        if (address.startsWith("http:")) {
            client.version(HttpClient.Version.HTTP_1_1);
        }
        return new JdkHttpClientBuilder()
                .httpClientBuilder(client)
                .connectTimeout(Duration.ofSeconds(20))
                .readTimeout(MOST);
    }
}
