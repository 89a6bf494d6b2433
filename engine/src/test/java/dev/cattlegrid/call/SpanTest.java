package dev.cattlegrid.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void takesItsPieceOutOfTheText() {
        assertEquals("out.txt", new Span(7, 14).in("ls -l >out.txt"));
    }

    @Test
    void neverEndsBeforeItStarts() {
        assertThrows(IllegalArgumentException.class, () -> new Span(3, 2));
    }

    @Property
    boolean isAsLongAsItSays(@ForAll @IntRange(max = 50) int start, @ForAll @IntRange(max = 50) int length) {
        return new Span(start, start + length).in("x".repeat(100)).length() == length;
    }
}
