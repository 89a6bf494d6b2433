package dev.cattlegrid.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.audit.Verification;
import dev.cattlegrid.canary.Launcher;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The gate under faults: no call passes without a recorded verdict, no recorded verdict is lost, and the chain verifies.
///
/// `-Dcattlegrid.faults=1000` asks for more rounds than the suite has time for.
class FaultsTest {
    private static final int ROUNDS = Integer.getInteger("cattlegrid.faults", 40);

    @TempDir private Path directory;
    private Launcher launcher;
    private Path home;
    private Store store;
    private RunDirectory run;

    @BeforeEach
    void aGateOfThisBuild() throws Exception {
        launcher = Launcher.ofTheBuild(directory.resolve("gate"));
        home = Files.createDirectories(directory.resolve("home"));
        store = new Store(home.resolve(Store.IN_HOME));
        run = new RunDirectory(store);
    }

    @AfterEach
    void endTheDaemon() throws Exception {
        for (Path path : List.of(directory, store.directory())) {
            if (Files.exists(path)) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
        }
        daemon().ifPresent(ProcessHandle::destroyForcibly);
    }

    private Optional<ProcessHandle> daemon() {
        return run.plateThere().flatMap(plate -> ProcessHandle.of(plate.pid()));
    }

    private Process start(String session, String id, String command) throws Exception {
        var builder =
                new ProcessBuilder(
                        launcher.root().resolve("cattlegrid").toString(),
                        "hook",
                        "claude-code",
                        "--home",
                        home.toString());
        builder.environment().clear();
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(Running.payload(home, session, id, command).getBytes(UTF_8));
        } catch (java.io.IOException _) {
            // It was killed already.
        }
        return process;
    }

    /// Without closing what it has printed so far.
    private static void kill(ProcessHandle process) {
        try {
            new ProcessBuilder("/bin/kill", "-9", Long.toString(process.pid())).start().waitFor();
        } catch (java.io.IOException | InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// What a host would do with it: the call runs only after a whole answer that says so.
    private static boolean passes(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertTrue(process.waitFor(90, TimeUnit.SECONDS));
        return process.exitValue() == 0 && out.contains("\"permissionDecision\":\"allow\"");
    }

    private List<Fields> recorded() throws Exception {
        var entries = new ArrayList<Fields>();
        for (String line : Files.readAllLines(store.directory().resolve("record"))) {
            int from = line.indexOf('{');
            if (from >= 0
                    && Json.parse(line.substring(from)).members()
                            instanceof Json.Members.Of(var fields)) {
                entries.add(fields);
            }
        }
        return entries;
    }

    @Test
    void whateverIsKilledNothingPassesUnrecorded() throws Exception {
        var random = new Random(7);
        Set<String> passed = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            String mark = "mark-" + round;
            Process process = start("s" + round % 5, "t" + round, "echo " + mark);
            switch (random.nextInt(4)) {
                case 0 -> {
                    Thread.sleep(random.nextInt(30));
                    kill(process.toHandle());
                }
                case 1 -> {
                    Thread.sleep(random.nextInt(30));
                    daemon().ifPresent(FaultsTest::kill);
                }
                default -> {}
            }
            if (passes(process)) {
                passed.add(mark);
            }
        }
        assertTrue(passed.size() > ROUNDS / 3, "most are answered all the same: " + passed.size());
        String all = Files.readString(store.directory().resolve("record"));
        for (String mark : passed) {
            assertTrue(all.contains(mark + "\""), mark);
        }
        assertEquals(List.of(), Verification.of(store).breaks());
    }

    @Test
    void aHundredSessionsAtOnceEachGetTheirAnswers() throws Exception {
        int sessions = 100;
        try (Running running = Running.in(home)) {
            var allowed = new AtomicInteger();
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < sessions; i++) {
                String session = "s" + i;
                all.add(
                        Running.alongside(() -> {
                            if (running.answer(Running.payload(home, session, "a", "ls"))
                                    .contains("\"allow\"")) {
                                allowed.incrementAndGet();
                            }
                            assertTrue(
                                    running.answer(Running.payload(home, session, "b", "rm -rf ~"))
                                            .contains("\"deny\""));
                            return null;
                        }));
            }
            for (var one : all) {
                one.get(120, TimeUnit.SECONDS);
            }
            assertEquals(sessions, allowed.get());
        }
        assertEquals(2 * sessions, recorded().size());
        assertEquals(List.of(), Verification.of(store).breaks());
    }

    /// A process that may make no file longer: to the program it is the same as a disk without room.
    @Test
    void aFullDiskRefuses() throws Exception {
        var builder =
                new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "ulimit -f 0; exec \"$0\" hook-alone claude-code --home \"$1\"",
                        launcher.root().resolve("cattlegrid").toString(),
                        home.toString());
        builder.environment().clear();
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(payload("a").getBytes(UTF_8));
        }
        assertFalse(passes(process));
        assertEquals(List.of(), Verification.of(store).breaks());
    }

    /// A host takes silence with the exit code 0 for a yes.
    @ParameterizedTest
    @CsvSource({"hook, > /dev/full", "hook-alone, > /dev/full", "hook, >&-", "hook-alone, >&-"})
    void anAnswerThatCannotBeHandedOnRefuses(String door, String lost) throws Exception {
        var builder =
                new ProcessBuilder(
                                "/bin/sh",
                                "-c",
                                "exec \"$0\" %s claude-code --home \"$1\" %s".formatted(door, lost),
                                launcher.root().resolve("cattlegrid").toString(),
                                home.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(payload("a").getBytes(UTF_8));
        }
        assertTrue(process.waitFor(90, TimeUnit.SECONDS));
        assertEquals(2, process.exitValue());
    }

    @Test
    void aStoreThatCannotBeWrittenRefuses() throws Exception {
        try (Running running = Running.in(home)) {
            assertTrue(running.answer(payload("a")).contains("\"allow\""));
            Path sessions = store.directory().resolve("sessions");
            Files.move(sessions, store.directory().resolve("sessions.away"));
            Files.writeString(sessions, "in the way");
            String answer = running.answer(payload("b"));
            assertTrue(answer.contains("\"deny\""), answer);
            assertTrue(answer.contains("sessions"), answer);
        }
    }

    @Test
    void aCorruptSessionIsKeptAndRefusedUntilItIsTakenAway() throws Exception {
        Path session;
        try (Running running = Running.in(home)) {
            assertTrue(running.answer(payload("a")).contains("\"allow\""));
            try (var files = Files.list(store.directory().resolve("sessions"))) {
                session =
                        files.filter(file -> file.toString().endsWith(".json"))
                                .findFirst()
                                .orElseThrow();
            }
            Files.writeString(session, "{\"version\": 1, \"memory\": [");
            for (int i = 0; i < 2; i++) {
                String answer = running.answer(payload("b"));
                assertTrue(answer.contains("\"deny\""), answer);
                assertTrue(answer.contains(session.getFileName().toString()), answer);
            }
            assertTrue(Files.readString(session).endsWith("["), "what is left of it stays");
            Files.delete(session);
            assertTrue(running.answer(payload("c")).contains("\"allow\""));
        }
    }

    @Test
    void aSessionOfANewerProgramIsRefusedByAnOlderOne() throws Exception {
        try (Running running = Running.in(home)) {
            assertTrue(running.answer(payload("a")).contains("\"allow\""));
            try (var files = Files.list(store.directory().resolve("sessions"))) {
                Path session =
                        files.filter(file -> file.toString().endsWith(".json"))
                                .findFirst()
                                .orElseThrow();
                Files.writeString(
                        session,
                        Files.readString(session).replace("\"version\":2", "\"version\":99"));
            }
            assertTrue(running.answer(payload("b")).contains("\"deny\""));
        }
    }

    /// The monotonic clock counts; a session's file from the future or the past is read as any other.
    @Test
    void timesOfFilesMeanNothing() throws Exception {
        try (Running running = Running.in(home)) {
            for (long seconds : List.of(0L, 4_000_000_000L)) {
                assertTrue(running.answer(payload("a" + seconds)).contains("\"allow\""));
                try (var files = Files.walk(store.directory())) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Files.setLastModifiedTime(
                                file,
                                java.nio.file.attribute.FileTime.from(seconds, TimeUnit.SECONDS));
                    }
                }
                assertTrue(running.answer(payload("b" + seconds)).contains("\"allow\""));
            }
            assertFalse(running.served().isDone());
        }
    }

    /// A newer program takes over while calls come in: each is answered, by the one or the other.
    @Test
    void anUpgradeUnderLoadLosesNoCall() throws Exception {
        launcher.stamped(1000);
        assertTrue(passes(start("s", "t", "ls")));
        var calls = new ArrayList<CompletableFuture<Boolean>>();
        for (int i = 0; i < 12; i++) {
            if (i == 6) {
                launcher.stamped(2000);
            }
            int number = i;
            calls.add(Running.alongside(() -> passes(start("s" + number, "t", "ls"))));
            Thread.sleep(20);
        }
        for (var call : calls) {
            assertTrue(call.get(90, TimeUnit.SECONDS));
        }
        assertTrue(passes(start("s", "t2", "ls")));
        assertEquals(2000, run.plateThere().orElseThrow().stamp().seconds());
        launcher.stamped(1500);
        assertTrue(passes(start("s", "t3", "ls")), "an older launcher is served by the newer one");
        assertEquals(2000, run.plateThere().orElseThrow().stamp().seconds());
        assertEquals(List.of(), Verification.of(store).breaks());
    }

    private String payload(String id) {
        return Running.payload(home, "s", id, "ls");
    }
}
