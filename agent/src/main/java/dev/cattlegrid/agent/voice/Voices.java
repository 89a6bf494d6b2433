package dev.cattlegrid.agent.voice;

import dev.cattlegrid.model.Connection;
import dev.cattlegrid.model.KeySource;
import dev.cattlegrid.model.Models;
import dev.cattlegrid.model.Provider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the model that a person names, with the key that their environment holds.
public final class Voices {
    private static final Duration MOST = Duration.ofMinutes(5);
    private static final String LOCAL = "local";

    /// `opus`, `sonnet-4.6`, `claude-opus-5`: whichever generation there is by then.
    private static final Pattern CLAUDE =
            Pattern.compile("(?:claude-)?(opus|sonnet|haiku)(?:-(\\d+)(?:[.-](\\d+))?(-\\d{8})?)?");

    private final Map<String, String> environment;

    public Voices(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    public sealed interface Found {
        record Of(Voice voice) implements Found {}

        /// Nothing says which model is meant, and no key is there to guess by.
        record Nothing() implements Found {}

        /// @param why one lower-case sentence without a full stop
        record Bad(String why) implements Found {}
    }

    /// The model of a name.
    ///
    /// @param name `PROVIDER/MODEL`, a model, or a short name of one; empty: of the first provider that there is a key for
    public Found of(String name) {
        Optional<Connection> connection = connection(name.strip());
        if (connection.isEmpty()) {
            return name.isBlank()
                    ? new Found.Nothing()
                    : new Found.Bad(
                            "it is not known whose model `%s` is; write `anthropic/NAME`, `openai/NAME`, `gemini/NAME`, `ollama/NAME` or `local/NAME`"
                                    .formatted(name));
        }
        return switch (Models.talking(connection.get(), environment, MOST)) {
            case Models.Talking.Of(var model) ->
                    new Found.Of(new StreamedVoice(connection.get().model(), model));
            case Models.Talking.Bad(var why) -> new Found.Bad(why);
        };
    }

    private Optional<Connection> connection(String name) {
        int slash = name.indexOf('/');
        String whose = slash > 0 ? name.substring(0, slash) : whose(name);
        String model = slash > 0 ? name.substring(slash + 1) : name;
        return switch (whose) {
            case "anthropic" -> Optional.of(anthropic(claude(model)));
            case "openai" -> Optional.of(openai(model.isEmpty() ? "gpt-5.1" : model));
            case "gemini" -> Optional.of(gemini(model.isEmpty() ? "gemini-3-pro" : model));
            case "ollama" -> Optional.of(ollama(model));
            case LOCAL -> Optional.of(openai(model.isEmpty() ? "default" : model));
            default -> Optional.empty();
        };
    }

    private String whose(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("claude") || CLAUDE.matcher(lower).matches()) {
            return "anthropic";
        }
        if (lower.startsWith("gemini")) {
            return "gemini";
        }
        if (lower.matches("(?:gpt-|chatgpt-|o\\d).*")) {
            return "openai";
        }
        if (!name.isEmpty()) {
            return has("OPENAI_BASE_URL") ? LOCAL : "";
        }
        return has("ANTHROPIC_API_KEY")
                ? "anthropic"
                : has("OPENAI_API_KEY") || has("OPENAI_BASE_URL")
                        ? "openai"
                        : keyOfGemini().isPresent() ? "gemini" : "";
    }

    private Connection anthropic(String model) {
        var usual =
                new Connection(
                        Provider.ANTHROPIC, model, new KeySource.Variable("ANTHROPIC_API_KEY"));
        return variable("ANTHROPIC_BASE_URL")
                .map(Voices::withoutSlash)
                .map(base -> usual.at(URI.create(base.endsWith("/v1") ? base : base + "/v1")))
                .orElse(usual);
    }

    /// A generation that nobody names is the oldest that is meant for this.
    static String claude(String named) {
        Matcher parts = CLAUDE.matcher(named.isEmpty() ? "sonnet" : named.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return named;
        }
        boolean open = parts.group(2) == null;
        String major = open ? "4" : parts.group(2);
        String minor = open ? "-6" : parts.group(3) == null ? "" : "-" + parts.group(3);
        String date = parts.group(4) == null ? "" : parts.group(4);
        return "claude-" + parts.group(1) + "-" + major + minor + date;
    }

    private Connection openai(String model) {
        Optional<String> base = variable("OPENAI_BASE_URL").map(Voices::withoutSlash);
        KeySource key =
                has("OPENAI_API_KEY") || base.isEmpty()
                        ? new KeySource.Variable("OPENAI_API_KEY")
                        : new KeySource.None();
        return base.map(text ->
                        new Connection(Provider.COMPATIBLE, model, key).at(URI.create(text)))
                .orElseGet(() -> new Connection(Provider.OPENAI, model, key));
    }

    private Connection gemini(String model) {
        String key = keyOfGemini().orElse("GEMINI_API_KEY");
        var usual = new Connection(Provider.GEMINI, model, new KeySource.Variable(key));
        return variable("GEMINI_BASE_URL")
                .map(base -> usual.at(URI.create(withoutSlash(base))))
                .orElse(usual);
    }

    private Optional<String> keyOfGemini() {
        return List.of("GEMINI_API_KEY", "GOOGLE_API_KEY").stream().filter(this::has).findFirst();
    }

    private Connection ollama(String model) {
        var usual = new Connection(Provider.OLLAMA, model, new KeySource.None());
        return variable("OLLAMA_HOST")
                .map(host -> host.contains("://") ? host : "http://" + host)
                .map(host -> usual.at(URI.create(withoutSlash(host))))
                .orElse(usual);
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
}
