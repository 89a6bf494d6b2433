package dev.cattlegrid.shell;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/// A tree without its places: two texts of one shape mean the same to bash.
///
/// One node a line, its parts indented below it. Whether a here-document was closed is no part of the shape.
public final class Shape {
    private final StringBuilder out = new StringBuilder();

    private Shape() {}

    public static String of(Script script) {
        var shape = new Shape();
        shape.value("", script, 0);
        return shape.out.toString();
    }

    private void value(String name, Object value, int depth) {
        switch (value) {
            case Span _ -> {}
            case Optional<?> optional -> optional.ifPresent(there -> value(name, there, depth));
            case List<?> list -> list.forEach(element -> value(name, element, depth));
            case Record node -> {
                line(name, node.getClass().getSimpleName(), depth);
                for (var component : node.getClass().getRecordComponents()) {
                    component(component, node, depth + 1);
                }
            }
            default -> line(name, quoted(value.toString()), depth);
        }
    }

    private void component(RecordComponent component, Record node, int depth) {
        boolean isDefault = component.getName().equals("closed");
        if (isDefault) {
            return;
        }
        try {
            value(component.getName(), component.getAccessor().invoke(node), depth);
        } catch (ReflectiveOperationException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private void line(String name, String what, int depth) {
        out.repeat("  ", depth);
        out.append(name).append(name.isEmpty() ? "" : " ").append(what).append('\n');
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }
}
