package dev.cattlegrid.shell;

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
                for (var part : Nodes.PARTS.get(node.getClass())) {
                    if (!part.name().equals("closed")) {
                        value(part.name(), part.of(node), depth + 1);
                    }
                }
            }
            default -> line(name, quoted(value.toString()), depth);
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
