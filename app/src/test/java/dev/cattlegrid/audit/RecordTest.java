package dev.cattlegrid.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.json.Fields;
import dev.cattlegrid.policy.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTest {
    @TempDir private Path folder;

    private Store store;
    private Audit audit;

    @BeforeEach
    void open() {
        store = new Store(folder.resolve("state/cattlegrid"));
        audit = new Audit(store, new RecordFile(store, Duration.ofMillis(300)));
    }

    private String write(Verdict verdict, String command) {
        Audit.Written written = audit.write(Appender.decision(verdict, command));
        return assertInstanceOf(Audit.Written.As.class, written, written::toString).id();
    }

    private String failure() {
        Audit.Written written = audit.write(Appender.decision(Verdict.DENY, "ls"));
        return assertInstanceOf(Audit.Written.Failed.class, written, written::toString).why();
    }

    private void writeSome(int count) {
        for (int i = 0; i < count; i++) {
            write(Verdict.ALLOW, "ls " + i);
        }
    }

    @Test
    void whatIsWrittenIsFoundAgain() throws IOException {
        writeSome(3);
        String id = write(Verdict.DENY, "rm -rf /");
        writeSome(3);
        List<Fields> found = History.of(store, Query.ofId(id, 2));
        assertEquals(List.of("rm -rf /"), texts(found, "call"));
        assertEquals(7, History.of(store, Query.newest(100)).size());
        assertEquals(
                texts(History.through(store, Query.newest(4)), "id"),
                texts(History.of(store, Query.newest(4)), "id"));
        assertTrue(Verification.of(store).isWhole());
    }

    @Test
    void onlyTheOwnerReadsAndWrites() throws IOException {
        writeSome(1);
        History.of(store, Query.newest(1));
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(store.directory())));
        try (var files = Files.list(store.directory())) {
            for (Path file : files.toList()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file::toString);
            }
        }
    }

    @Test
    void aChangedEntryIsNoticedWithItsPlace() throws IOException {
        writeSome(5);
        String text = Files.readString(store.record(), US_ASCII);
        Files.writeString(store.record(), text.replace("ls 2", "ls 9"), US_ASCII);
        Verification found = Verification.of(store);
        assertFalse(found.isWhole());
        assertTrue(found.breaks().getFirst().startsWith("line 3 (byte "), found::toString);
    }

    @Test
    void anEntryThatIsTakenOutIsNoticed() throws IOException {
        writeSome(5);
        List<String> lines = new ArrayList<>(Files.readAllLines(store.record()));
        lines.remove(2);
        Files.write(store.record(), lines);
        assertTrue(Verification.of(store).breaks().getFirst().startsWith("line 3 "));
    }

    @Test
    void aRecordThatIsCutShortIsNoticedNowAndLater() throws IOException {
        writeSome(5);
        List<String> lines = Files.readAllLines(store.record());
        Files.write(store.record(), lines.subList(0, 3));
        assertTrue(
                Verification.of(store).breaks().getFirst().contains("cut off after line 3"),
                () -> "cut");
        writeSome(2);
        Verification later = Verification.of(store);
        assertEquals(1, later.breaks().size(), later::toString);
        assertTrue(later.breaks().getFirst().contains("were cut off"), later::toString);
    }

    @Test
    void aTornLineIsPutAsideAndLosesNothing() throws IOException {
        writeSome(3);
        Files.writeString(store.record(), "0123abc half a li", StandardOpenOption.APPEND);
        assertTrue(Verification.of(store).isWhole());
        writeSome(2);
        Verification found = Verification.of(store);
        assertTrue(found.isWhole(), found::toString);
        assertEquals(5, found.entries());
        assertEquals(1, found.notes().size(), found::toString);
        assertTrue(Files.readString(store.torn()).contains("half a li"));
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws IOException {
        writeSome(3);
        assertEquals(3, History.of(store, Query.newest(9)).size());
        Files.writeString(store.index(), "this is no database, whatever its name says");
        writeSome(1);
        assertEquals(4, History.of(store, Query.newest(9)).size());
        Files.delete(store.record());
        Files.delete(store.head());
        writeSome(2);
        assertEquals(2, History.of(store, Query.newest(9)).size());
    }

    @Test
    void aLockedStoreIsARefusal() throws IOException {
        writeSome(1);
        try (FileChannel other = FileChannel.open(store.lock(), StandardOpenOption.WRITE);
                FileLock _ = other.lock()) {
            assertTrue(failure().contains("held the lock"), "locked");
        }
        writeSome(1);
    }

    @Test
    void aStoreThatOthersCanWriteToIsARefusal() throws IOException {
        writeSome(1);
        Files.setPosixFilePermissions(store.record(), PosixFilePermissions.fromString("rw-rw-rw-"));
        assertTrue(failure().contains("others can write"), "open to others");
    }

    @Test
    void aRecordBehindALinkIsARefusal() throws IOException {
        writeSome(1);
        Files.move(store.record(), folder.resolve("elsewhere"));
        Files.createSymbolicLink(store.record(), folder.resolve("elsewhere"));
        failure();
    }

    @Test
    void aPlaceThatIsNoDirectoryIsARefusal() throws IOException {
        Files.writeString(folder.resolve("state"), "a file");
        assertFalse(failure().isEmpty());
    }

    @Test
    void aFullDiskIsARefusalAndLosesNothing() throws Exception {
        List<String> said =
                run("ulimit -f 24; exec \"$@\"", store.directory().toString(), "100000");
        String last = said.getLast();
        assertTrue(last.startsWith("failed the decision could not be written down"), last);
        assertHolds(new HashSet<>(said.subList(0, said.size() - 1)));
    }

    @Test
    void writersTakeTurns() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            writers.add(start("exec \"$@\"", store.directory().toString(), "200"));
        }
        Set<String> answered = new HashSet<>();
        for (Process writer : writers) {
            answered.addAll(lines(writer));
            assertEquals(0, writer.waitFor());
        }
        assertEquals(600, answered.size());
        assertHolds(answered);
    }

    @Test
    void aKilledWriterLosesNothingThatWasAnswered() throws Exception {
        var random = new Random(7);
        Set<String> answered = new HashSet<>();
        int rounds = Integer.getInteger("cattlegrid.rounds", 50);
        for (int round = 0; round < rounds; round++) {
            Path said = folder.resolve("said-" + round);
            Process writer = start("exec \"$@\" >" + said, store.directory().toString(), "1000000");
            while (writer.isAlive() && (Files.notExists(said) || Files.size(said) == 0)) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(60));
            writer.destroyForcibly().waitFor();
            // A last line without its end was not answered.
            String text = Files.readString(said);
            text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(answered::add);
        }
        assertTrue(answered.size() > rounds, () -> answered.size() + " answers");
        assertHolds(answered);
    }

    private void assertHolds(Set<String> answered) throws IOException {
        Verification found = Verification.of(store);
        assertTrue(found.isWhole(), found::toString);
        Set<String> held =
                new HashSet<>(texts(History.through(store, Query.newest(1 << 24)), "id"));
        Set<String> lost = new HashSet<>(answered);
        lost.removeAll(held);
        assertEquals(Set.of(), lost);
    }

    private static List<String> texts(List<Fields> entries, String name) {
        return entries.stream().map(entry -> entry.text(name).orElse("")).toList();
    }

    private static List<String> run(String shell, String... arguments) throws Exception {
        Process process = start(shell, arguments);
        List<String> said = lines(process);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return said;
    }

    private static List<String> lines(Process process) throws IOException {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            return out.lines().toList();
        }
    }

    private static Process start(String shell, String... arguments) throws IOException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "/bin/sh",
                                "-c",
                                shell,
                                "sh",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:-UsePerfData",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Appender.class.getName()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }
}
