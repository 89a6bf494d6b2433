package dev.cattlegrid.probe;

import dev.cattlegrid.shell.Span;

/// Something in a text that speaks for an injection.
///
/// @param weight how much it says on its own; [Probed#ALARM] is enough
/// @param span the piece of the text as it was given
public record Sign(Kind kind, int weight, Span span) {
    public Sign {
        if (weight <= 0) {
            throw new IllegalArgumentException("a sign of weight " + weight);
        }
    }

    Sign shifted(int by) {
        return new Sign(kind, weight, new Span(span.start() + by, span.end() + by));
    }

    Sign at(Span other) {
        return new Sign(kind, weight, other);
    }
}
