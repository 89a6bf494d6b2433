package dev.cattlegrid.shell;

/// A piece of a text, so that an answer can point at it.
///
/// @param start offset of the first UTF-16 code unit, from 0
/// @param end offset after the last one
public record Span(int start, int end) {
    /// A piece that no text of the call stands for, as with a file tool's arguments.
    public static final Span NONE = new Span(0, 0);

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span from " + start + " to " + end);
        }
    }

    public int length() {
        return end - start;
    }

    /// The piece itself; what of the span lies beyond the text is left out.
    public String of(String text) {
        return text.substring(Math.min(start, text.length()), Math.min(end, text.length()));
    }

    /// The smallest span that holds both.
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
