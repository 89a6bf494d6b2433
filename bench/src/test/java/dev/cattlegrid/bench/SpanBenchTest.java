package dev.cattlegrid.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpanBenchTest {
    @Test
    void measuresWhatItSays() {
        assertEquals("out.txt", new SpanBench().piece());
    }
}
