package dev.cattlegrid.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void aSpanBeyondTheTextGivesWhatIsThere() {
        assertEquals("ls", new Span(3, 9).of("cd ls"));
    }
}
