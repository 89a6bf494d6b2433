package dev.cattlegrid.shell;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The nodes of a tree, whatever their kind.
final class Nodes {
    /// What a node is made of, looked up once a kind of node.
    static final ClassValue<List<Component>> PARTS =
            new ClassValue<>() {
                @Override
                protected List<Component> computeValue(Class<?> kind) {
                    return Stream.of(kind.getRecordComponents())
                            .map(component ->
                                    new Component(component.getName(), component.getAccessor()))
                            .toList();
                }
            };

    private Nodes() {}

    record Component(String name, Method accessor) {
        Object of(Record node) {
            try {
                return accessor.invoke(node);
            } catch (ReflectiveOperationException problem) {
                throw new IllegalStateException(problem);
            }
        }
    }

    /// Visits each node before those in it, in the order of the text.
    static void walk(Object value, Consumer<Record> visit) {
        switch (value) {
            case Optional<?> optional -> optional.ifPresent(there -> walk(there, visit));
            case List<?> list -> list.forEach(element -> walk(element, visit));
            case Record node -> {
                visit.accept(node);
                for (var part : PARTS.get(node.getClass())) {
                    walk(part.of(node), visit);
                }
            }
            default -> {}
        }
    }
}
