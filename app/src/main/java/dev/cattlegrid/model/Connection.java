package dev.cattlegrid.model;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which model is asked, and how it is reached: what the user's settings say of it.
///
/// @param base where the provider is reached, if not in the usual place
/// @param keyHeader the header that the key goes into, where it is not the provider's usual one
/// @param headers sent with each request; no secrets stand here
/// @param query added to each address
/// @param effort of a model that thinks, in the provider's words
/// @param schema whether the shape of an answer is also told in the provider's own way
public record Connection(
        Provider provider,
        String model,
        Optional<URI> base,
        KeySource key,
        Optional<String> keyHeader,
        Map<String, String> headers,
        Map<String, String> query,
        Optional<Double> temperature,
        Optional<String> effort,
        boolean schema) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public Connection {
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
    }

    /// A model that is reached in the usual way.
    public Connection(Provider provider, String model, KeySource key) {
        this(
                provider,
                model,
                Optional.empty(),
                key,
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                provider == Provider.OLLAMA);
    }

    /// The same, with another model of the same provider.
    public Connection named(String other) {
        return new Connection(
                provider, other, base, key, keyHeader, headers, query, temperature, effort, schema);
    }

    /// The same, reached elsewhere.
    public Connection at(URI other) {
        return new Connection(
                provider,
                model,
                Optional.of(other),
                key,
                keyHeader,
                headers,
                query,
                temperature,
                effort,
                schema);
    }

    /// Without a slash at its end.
    String address() {
        String text = base.map(URI::toString).orElse(provider.base());
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    boolean isPlain() {
        return address().startsWith("http:");
    }

    /// What stands against it, one lower-case sentence without a full stop.
    public Optional<String> wrong() {
        if (address().isEmpty()) {
            return Optional.of("`%s` needs a `base-url`".formatted(provider.text()));
        }
        URI uri = URI.create(address());
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
            return Optional.of("`base-url` is an address such as `https://host/v1`");
        }
        boolean chat = provider == Provider.OPENAI || provider == Provider.COMPATIBLE;
        if (!query.isEmpty() && !chat) {
            return Optional.of("`query` does not go with `%s`".formatted(provider.text()));
        }
        if (effort.isPresent() && !chat && provider != Provider.OPENAI_RESPONSES) {
            return Optional.of("`effort` does not go with `%s`".formatted(provider.text()));
        }
        if (provider == Provider.OPENAI_RESPONSES
                && (!headers.isEmpty() || keyHeader.isPresent())) {
            return Optional.of(
                    "`headers` and `key-header` do not go with `%s`".formatted(provider.text()));
        }
        if (key instanceof KeySource.None) {
            return provider.isOpen()
                    ? Optional.empty()
                    : Optional.of(
                            "`%s` needs a key: `key-file`, `key-command` or `key-env`"
                                    .formatted(provider.text()));
        }
        return isPlain() && !LOOPBACK.contains(uri.getHost())
                ? Optional.of(
                        "the key would go over the network for all to read; `base-url` has to begin with `https:`")
                : Optional.empty();
    }
}
