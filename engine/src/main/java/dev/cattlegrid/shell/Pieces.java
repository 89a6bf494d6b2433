package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.List;

/// The parts of a word as they are found; adjacent plain characters become one literal.
final class Pieces {
    private final Cursor cursor;
    private final List<Part> parts = new ArrayList<>(2);
    private final StringBuilder literal = new StringBuilder();
    private int literalStart;
    private int literalEnd;

    /// Whether a plain `{` is among them, so that braces may have to be expanded.
    boolean braces;

    Pieces(Cursor cursor) {
        this.cursor = cursor;
    }

    /// Takes the next character as it stands.
    void plain() {
        if (literal.isEmpty()) {
            literalStart = cursor.at;
        }
        literal.append(cursor.charAt(cursor.at++));
        literalEnd = cursor.at;
    }

    /// Takes characters up to a place as they stand.
    void plainUpTo(int to) {
        while (cursor.at < to) {
            if (cursor.pastContinuations(cursor.at) > cursor.at) {
                cursor.peek();
            } else {
                plain();
            }
        }
    }

    void add(Part part) {
        flush();
        parts.add(part);
    }

    void flush() {
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString(), cursor.span(literalStart, literalEnd)));
            literal.setLength(0);
        }
    }

    boolean isEmpty() {
        return parts.isEmpty() && literal.isEmpty();
    }

    /// What has been taken, if it is all plain.
    String plainText() {
        return parts.isEmpty() ? literal.toString() : "";
    }

    List<Part> parts() {
        flush();
        return parts;
    }
}
