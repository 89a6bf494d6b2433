package dev.cattlegrid.effect.walk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A shell variable.
///
/// @param elements of an array, by subscript, in the order that `${a[@]}` gives; empty optional: not an array
/// @param open whether there may be elements or values that are not listed
record Variable(
        Presence presence,
        Held scalar,
        Optional<Map<String, Held>> elements,
        boolean open,
        boolean exported,
        boolean integer) {
    enum Presence {
        SET,
        UNSET,
        UNKNOWN
    }

    static final Variable UNSET =
            new Variable(Presence.UNSET, Held.EMPTY, Optional.empty(), false, false, false);

    Variable {
        elements = elements.map(map -> Collections.unmodifiableMap(new LinkedHashMap<>(map)));
    }

    static Variable of(Held scalar) {
        return new Variable(Presence.SET, scalar, Optional.empty(), false, false, false);
    }

    static Variable array(List<Held> values, boolean open) {
        var elements = new LinkedHashMap<String, Held>();
        for (Held value : values) {
            elements.put(Integer.toString(elements.size()), value);
        }
        return array(elements, open);
    }

    static Variable array(Map<String, Held> elements, boolean open) {
        return new Variable(
                Presence.SET,
                elements.getOrDefault("0", Held.EMPTY),
                Optional.of(elements),
                open,
                false,
                false);
    }

    Variable exported(boolean value) {
        return new Variable(presence, scalar, elements, open, value, integer);
    }

    Variable integer(boolean value) {
        return new Variable(presence, scalar, elements, open, exported, value);
    }

    /// The same variable with another value; what was declared of it stays.
    Variable holding(Held value) {
        if (elements.isPresent()) {
            return with("0", value);
        }
        return new Variable(Presence.SET, value, Optional.empty(), false, exported, integer);
    }

    Variable with(String subscript, Held value) {
        var changed = new LinkedHashMap<String, Held>();
        if (elements.isPresent()) {
            changed.putAll(elements.get());
        } else if (presence != Presence.UNSET) {
            changed.put("0", scalar);
        }
        changed.put(subscript, value);
        Held first = subscript.equals("0") ? value : scalar;
        return new Variable(Presence.SET, first, Optional.of(changed), open, exported, integer);
    }

    /// The same with a value, or elements, that nobody can list.
    Variable opened(Held value) {
        return new Variable(
                Presence.UNKNOWN,
                value,
                elements.map(_ -> Map.of()),
                elements.isPresent(),
                exported,
                integer);
    }

    Variable or(Variable other, boolean widen) {
        if (equals(other)) {
            return this;
        }
        boolean arrays = elements.isPresent() || other.elements.isPresent();
        Presence both = presence == other.presence ? presence : Presence.UNKNOWN;
        Held value =
                presence == Presence.UNSET && !widen
                        ? other.scalar.or(Held.EMPTY)
                        : widen ? scalar.widened(other.scalar) : scalar.or(other.scalar);
        return new Variable(
                both,
                value,
                arrays ? joined(other, widen) : Optional.empty(),
                open || other.open || arrays && !elements.equals(other.elements),
                exported || other.exported,
                integer && other.integer);
    }

    private Optional<Map<String, Held>> joined(Variable other, boolean widen) {
        var all = new LinkedHashMap<String, Held>(elements.orElse(Map.of()));
        other.elements
                .orElse(Map.of())
                .forEach((name, held) ->
                        all.merge(name, held, (a, b) -> widen ? a.widened(b) : a.or(b)));
        return Optional.of(all.size() > Values.MOST ? Map.of() : all);
    }
}
