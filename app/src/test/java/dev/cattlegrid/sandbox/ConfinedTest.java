package dev.cattlegrid.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfinedTest {
    private static final Machine HERE = Sandbox.available();

    @TempDir Path directory;

    private Path workspace = Path.of("/");

    @BeforeEach
    void makeWorkspace() throws IOException {
        workspace = Files.createDirectory(directory.toRealPath().resolve("workspace"));
    }

    /// Each way in which this machine can confine a command.
    static Stream<Machine> machines() {
        return Stream.of(HERE.withoutNamespaces(), HERE).filter(Machine::confines).distinct();
    }

    private Running start(Machine machine, String line) throws InterruptedException {
        var plan = assertInstanceOf(Plan.Ready.class, Sandbox.around(workspace).on(machine));
        var command = Command.shell(line, workspace, Map.of("PATH", "/usr/bin:/bin"));
        return assertInstanceOf(Launch.Started.class, Confined.start(plan, command)).running();
    }

    private static String output(Running running) throws IOException {
        return new String(running.out().readAllBytes(), UTF_8);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void itWritesInTheWorkspaceAndNowhereElse(Machine machine) throws Exception {
        try (Running running =
                start(machine, "echo in > in; echo out > ../out; cat in; mkdir ../d; exit 7")) {
            assertTrue(output(running).contains("in\n"));
            assertEquals(new Ended.Exited(7), running.waitFor());
        }
        assertEquals("in\n", Files.readString(workspace.resolve("in")));
        assertFalse(Files.exists(directory.resolve("out")));
        assertFalse(Files.exists(directory.resolve("d")));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void theOtherThreadsAreNotConfined(Machine machine) throws Exception {
        try (Running running = start(machine, "true")) {
            running.waitFor();
        }
        Files.writeString(directory.resolve("mine"), "");
        for (Path thread : tasks()) {
            List<String> lines = status(thread);
            // A confined thread may be just ending.
            if (!lines.isEmpty() && !lines.getFirst().equals("Name:\tsandbox")) {
                assertTrue(lines.contains("NoNewPrivs:\t0"), lines.toString());
                assertTrue(lines.contains("Seccomp:\t0"), lines.toString());
            }
        }
    }

    private static List<String> status(Path thread) {
        try {
            return Files.readAllLines(thread.resolve("status"));
        } catch (IOException _) {
            return List.of();
        }
    }

    private static List<Path> tasks() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/task"))) {
            return all.toList();
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void whatItLeavesBehindEndsWithIt(Machine machine) throws Exception {
        try (Running running = start(machine, "(setsid sleep 6021 >/dev/null 2>&1 &); sleep 0.2")) {
            running.waitFor();
        }
        assertEquals(Optional.empty(), sleeping("6021"));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void allOfItIsKilled(Machine machine) throws Exception {
        try (Running running =
                start(machine, "(setsid sleep 6022 &); echo started; sleep 6022 | sleep 6022")) {
            assertEquals('s', running.out().read());
            assertEquals(Optional.empty(), running.waitFor(Duration.ofMillis(50)));
            running.kill();
            assertTrue(running.waitFor(Duration.ofSeconds(20)).isPresent());
        }
        assertEquals(Optional.empty(), sleeping("6022"));
    }

    private static Optional<ProcessHandle> sleeping(String seconds) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info()
                                .arguments()
                                .filter(all -> List.of(all).contains(seconds))
                                .isPresent())
                .findFirst();
    }
}
