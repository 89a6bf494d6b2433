package dev.cattlegrid.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one layer says of where the gate works.
///
/// @param from where it stands, for showing: a file
/// @param trusted only the kinds that it speaks of; an empty list says that nothing of that kind is trusted
/// @param production names of what people depend on
public record Statement(
        Layer.Level level,
        String from,
        Map<Trusted, List<NamePattern>> trusted,
        Optional<Boolean> contained,
        List<NamePattern> production) {
    public Statement {
        var copy = new EnumMap<Trusted, List<NamePattern>>(Trusted.class);
        trusted.forEach((kind, patterns) -> copy.put(kind, List.copyOf(patterns)));
        trusted = Collections.unmodifiableMap(copy);
        production = List.copyOf(production);
    }

    /// A layer that says nothing.
    public static Statement nothing(Layer.Level level, String from) {
        return new Statement(level, from, Map.of(), Optional.empty(), List.of());
    }

    /// Whether this layer's word can make anything milder.
    boolean mayWiden() {
        return switch (level) {
            case ORGANISATION, GATE, USER -> true;
            case PROJECT, SESSION -> false;
        };
    }
}
