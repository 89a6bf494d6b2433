package dev.cattlegrid.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.audit.Verification;
import dev.cattlegrid.json.Fields;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Many calls of many sessions, one after another. It looks at the memory of the whole JVM, so nothing runs beside it.
@Isolated
class SoakTest {
    private static final long MOST_GROWTH = 24L << 20;

    @TempDir private Path home;

    /// `-Dcattlegrid.soak=100000` asks for more calls than the suite has time for.
    @Test
    void memoryStaysFlat() throws Exception {
        int calls = Integer.getInteger("cattlegrid.soak", 1_500);
        try (Running running = Running.in(home, Duration.ofMinutes(30), Stamp.NONE);
                DaemonClient client = running.client()) {
            long early = 0;
            for (int i = 0; i < calls; i++) {
                if (i == calls / 3) {
                    early = used();
                }
                Fields answer =
                        client.ask(
                                Map.of(
                                        "do", "hook",
                                        "host", "claude-code",
                                        "payload",
                                                Running.payload(
                                                        home,
                                                        "s" + i % 50,
                                                        "t" + i,
                                                        "ls -la f" + i)));
                assertTrue(answer.text("answer").orElseThrow().contains("\"allow\""));
            }
            long grown = used() - early;
            assertTrue(grown < MOST_GROWTH, grown + " bytes more than after a third of the calls");
            assertEquals(
                    calls,
                    client.ask(Map.of("do", "status")).number("answered").orElseThrow().intValue());
        }
        assertEquals(List.of(), Verification.of(new Store(home.resolve(Store.IN_HOME))).breaks());
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
