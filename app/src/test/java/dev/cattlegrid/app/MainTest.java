package dev.cattlegrid.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.door.Exit;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void saysItsVersion() {
        Asking answer = Asking.of("--version");
        assertEquals(0, answer.exit());
        assertTrue(answer.out().startsWith("cattlegrid "), answer::out);
    }

    @Test
    void wrongUseIsOneSentence() {
        Asking answer = Asking.of("--no-such-option");
        assertEquals(Exit.WRONG_USE, answer.exit());
        assertEquals(1, answer.err().lines().count(), answer::err);
    }
}
