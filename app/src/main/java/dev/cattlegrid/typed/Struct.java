package dev.cattlegrid.typed;

import dev.cattlegrid.effect.Place;
import java.util.Map;
import java.util.Optional;

/// A value with fields; a field that has nothing to say is empty, `false` or 0.
///
/// @param values of the fields that say something
/// @param place what it stands for, where it is a place
record Struct(Vocabulary.Shape shape, Map<String, Object> values, Optional<Place> place) {
    static Struct of(Vocabulary.Shape shape, Map<String, Object> values) {
        return new Struct(shape, values, Optional.empty());
    }

    Object field(String name) {
        Object value = values.get(name);
        return value == null ? shape.empty(name) : value;
    }
}
