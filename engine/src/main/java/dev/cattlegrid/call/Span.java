package dev.cattlegrid.call;

/// A piece of a text: where it starts and where it ends, in UTF-16 code units.
///
/// @param start the first unit of the piece
/// @param end the first unit after it
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span from " + start + " to " + end);
        }
    }

    /// The piece itself, as it stands in `text`.
    public String in(String text) {
        return text.substring(start, end);
    }
}
