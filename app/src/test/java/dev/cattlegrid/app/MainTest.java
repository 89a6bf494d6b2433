package dev.cattlegrid.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void saysItsVersion() {
        assertEquals(0, run("--version"));
        assertTrue(out.toString().startsWith("cattlegrid "), out::toString);
    }

    @Test
    void wrongUseIsOneSentence() {
        assertEquals(Exit.WRONG_USE, run("--no-such-option"));
        assertEquals(1, err.toString().lines().count(), err::toString);
    }
}
