package dev.cattlegrid.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.app.Main;
import dev.cattlegrid.door.Streams;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `cattlegrid try` through a pipe, from the first word to the last.
class TryTest {
    private static String tried(String typed) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                Main.run(
                        new String[] {"try"},
                        new Streams(
                                new ByteArrayInputStream(typed.getBytes(UTF_8)),
                                new PrintWriter(out),
                                new PrintWriter(err),
                                false,
                                false,
                                Map.of()));
        assertEquals("", err.toString());
        assertEquals(0, exit);
        return out.toString();
    }

    @Test
    void worksIsRefusedInsistsAndAsks() {
        String said = tried("n\n/why\n/quit\n");
        assertTrue(said.contains("✓ Bash sh test.sh"), said);
        assertTrue(said.contains("(git-force-push)"), said);
        assertTrue(said.contains("✓ Bash git push -q origin HEAD:mend-prices"), said);
        assertTrue(said.contains("(unsaved-work-deleted)"), said);
        assertTrue(said.contains("(refused-before)"), said);
        assertTrue(said.contains("refused 3 times in a row"), said);
        assertTrue(said.contains("(y)es once"), said);
        assertTrue(said.contains("nothing left this machine"), said);
        assertTrue(said.contains("?? drafts/"), said);
    }

    @Test
    void nobodyAtTheOtherEndIsNoYes() {
        String said = tried("");
        assertTrue(said.contains("nothing left this machine"), said);
    }
}
