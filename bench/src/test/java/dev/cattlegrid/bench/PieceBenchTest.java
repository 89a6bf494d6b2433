package dev.cattlegrid.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PieceBenchTest {
    @Test
    void measuresWhatItSays() {
        assertEquals("out.txt", new PieceBench().piece());
    }
}
