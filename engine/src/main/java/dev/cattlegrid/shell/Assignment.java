package dev.cattlegrid.shell;

import java.util.List;
import java.util.Optional;

/// `name=value`, `name+=value`, `name[subscript]=value`, `name=(values)`.
///
/// @param append whether it is `+=`
public record Assignment(
        String name, Optional<Word> subscript, boolean append, Value value, Span span) {
    public sealed interface Value {
        record Scalar(Word word) implements Value {}

        record Array(List<Element> elements, Span span) implements Value {
            public Array {
                elements = List.copyOf(elements);
            }
        }
    }

    /// One value of an array, with its subscript if it has one: `[key]=value`.
    public record Element(Optional<Word> subscript, Word word) {}
}
