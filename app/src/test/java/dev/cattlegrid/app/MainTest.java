package dev.cattlegrid.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void saysItsVersion() {
        Asking answer = Asking.of("--version");
        assertEquals(0, answer.exit());
        assertTrue(answer.out().startsWith("cattlegrid "), answer::out);
    }

    @Test
    void theNamesOfSubcommandsAreThoseThatThereAre() {
        assertEquals(
                Subcommands.of(Streams.ofProcess()).getSubcommands().keySet(), Subcommands.NAMES);
    }

    @Test
    void wrongUseIsOneSentence() {
        Asking answer = Asking.of("--no-such-option");
        assertEquals(Exit.WRONG_USE, answer.exit());
        assertEquals(1, answer.err().lines().count(), answer::err);
    }

    @Test
    void aWorldIsRealOrAssumed() {
        for (String command : List.of("check", "effects")) {
            Asking answer = Asking.of(command, "--world", "other", "ls");
            assertEquals(Exit.WRONG_USE, answer.exit());
            assertEquals(
                    "cattlegrid: `--world` is `real` or `assumed`, not `other`\n", answer.err());
        }
    }
}
