package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Source;
import java.util.Optional;

/// Ends of connections, as far as values tell them.
final class Ends {
    private Ends() {}

    static Endpoint nowhere(String scheme, String written) {
        return new Endpoint(scheme, "", 0, Endpoint.Scope.UNKNOWN, written);
    }

    static Optional<Endpoint> endpointOf(Data data) {
        return data.sources().stream()
                .flatMap(source ->
                        source instanceof Source.Network(var end)
                                ? java.util.stream.Stream.of(end)
                                : java.util.stream.Stream.empty())
                .findFirst();
    }
}
