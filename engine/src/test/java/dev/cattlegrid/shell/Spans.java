package dev.cattlegrid.shell;

/// Looks at every span of a tree.
final class Spans {
    private Spans() {}

    /// Fails where a span lies outside a text of this length.
    static void check(Object node, int length) {
        Nodes.walk(
                node,
                each -> {
                    if (each instanceof Span span && span.end() > length) {
                        throw new AssertionError(span + " in a text of " + length);
                    }
                });
    }
}
