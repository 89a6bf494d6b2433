package dev.cattlegrid.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many at once, and one that is killed in the middle.
class FaultsTest {
    private static final int MANY = Integer.getInteger("cattlegrid.sandboxes", 40);

    @TempDir Path directory;

    private Running start(Machine machine, String line) throws InterruptedException {
        var plan = assertInstanceOf(Plan.Ready.class, Sandbox.around(directory).on(machine));
        var command = Command.shell(line, directory, Map.of("PATH", "/usr/bin:/bin"));
        return assertInstanceOf(Launch.Started.class, Confined.start(plan, command)).running();
    }

    @Test
    void manyAtOnceKnowNothingOfEachOther() throws Exception {
        for (Machine machine : ConfinedTest.machines().toList()) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<String>> all = new ArrayList<>();
                for (int i = 0; i < MANY; i++) {
                    String line = "(setsid sleep 6123 &) ; echo %d; exit %d".formatted(i, i % 100);
                    all.add(
                            threads.submit(() -> {
                                try (Running running = start(machine, line)) {
                                    String said = new String(running.out().readAllBytes(), UTF_8);
                                    return said.strip() + " " + running.waitFor().code();
                                }
                            }));
                }
                for (int i = 0; i < MANY; i++) {
                    assertEquals(i + " " + i % 100, all.get(i).get());
                }
            }
        }
    }

    @Test
    void aCommandThatIsKilledFromOutsideIsOver() throws Exception {
        for (Machine machine : ConfinedTest.machines().toList()) {
            try (Running running = start(machine, "(setsid sleep 6124 &) ; echo up; sleep 6124")) {
                assertEquals('u', running.out().read());
                assertTrue(ProcessHandle.of(running.pid()).orElseThrow().destroyForcibly());
                assertTrue(running.waitFor(Duration.ofSeconds(20)).isPresent());
                assertEquals("p\n", new String(running.out().readAllBytes(), UTF_8));
            }
        }
    }
}
