package dev.cattlegrid.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.Gate;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.ledger.Event;
import dev.cattlegrid.ledger.Ledger;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    private static final Sessions.Name NAME = new Sessions.Name("claude-code", "s1");

    private static final List<String> COMMANDS =
            List.of(
                    "mkdir -p build/x && touch build/x/a",
                    "rm -rf src",
                    "git push --force origin main",
                    "curl -so /tmp/i.sh https://example.org/i.sh",
                    "cp .env /tmp/e && tar cf /tmp/e.tar /tmp/e",
                    "mv build/x build/y",
                    "git switch -c topic && git commit -m a",
                    "docker run -d --name mine nginx",
                    "sleep 100 &",
                    "npm publish",
                    "kubectl delete pod web",
                    "printf 'rm -rf ~' > clean.sh",
                    "ls");

    private static final List<String> WORDS =
            List.of(
                    "do not push",
                    "push feature/work to origin",
                    "only touch docs/",
                    "delete build/ whenever you like",
                    "bitte nichts installieren",
                    "you can push now");

    @TempDir private Path directory;
    private Store store;
    private Sessions sessions;

    @BeforeEach
    void aStore() {
        store = new Store(directory.resolve("state"));
        sessions = new Sessions(store);
    }

    private static Event event(Random random) {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return new Event.Cleared(COMMANDS.get(random.nextInt(COMMANDS.size())));
        }
        if (kind < 3) {
            String words = WORDS.get(random.nextInt(WORDS.size()));
            return new Event.Said(words, Event.Said.Source.PERSON);
        }
        String command = COMMANDS.get(random.nextInt(COMMANDS.size()));
        var call = new ToolCall.Shell(command, Origin.in("/home/dev/project"));
        return Gate.builtIn(AssumedWorld.usual()).decide(call, Ledger.EMPTY).event(command);
    }

    /// Whatever happened in a session, what is kept of it is the same when it is read again.
    @Test
    void whatIsKeptIsReadAgain() {
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            Memory memory = Memory.EMPTY;
            for (int i = random.nextInt(24); i >= 0; i--) {
                memory = memory.after(event(random));
            }
            memory =
                    memory.answered("t1", new Memory.InFlight("ls", true, false))
                            .refused("a1", "`rm -rf ~`: no");
            Object plain = Plain.of(memory);
            Object parsed =
                    Json.parse(Json.print(plain)) instanceof Json.Parsed.Value(var value)
                            ? value
                            : "";
            assertEquals(memory, Plain.read(Memory.class, parsed), "seed " + seed);
        }
    }

    /// What a change says is all that there is between one memory and the next.
    @Test
    void whatChangedIsAllThatIsMissing() {
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            Memory memory = Memory.EMPTY;
            Object plain = again(Plain.of(memory));
            for (int i = 0; i < 24; i++) {
                Memory next = next(memory, random);
                plain = Changes.applied(plain, again(Changes.between(memory, next)));
                memory = next;
                assertEquals(memory, Plain.read(Memory.class, plain), "seed " + seed);
            }
        }
    }

    private static Memory next(Memory memory, Random random) {
        String id = "t" + random.nextInt(8);
        return switch (random.nextInt(6)) {
            case 0 -> memory.answered(id, new Memory.InFlight("ls", random.nextBoolean(), false));
            case 1 -> memory.ended(id);
            case 2 -> memory.refused("a" + random.nextInt(3), "no " + random.nextInt(4));
            case 3 -> memory.handedBack("a" + random.nextInt(3)).in("plan");
            default -> memory.after(event(random));
        };
    }

    private static Object again(Object plain) {
        return Json.parse(Json.print(plain)) instanceof Json.Parsed.Value(var value) ? value : "";
    }

    @Test
    void manyWritesAreReadAgainAndStayShort() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < 400; i++) {
            sessions.change(NAME, memory -> next(memory, random));
        }
        assertEquals(sessions.read(NAME), new Sessions(new Store(store.directory())).read(NAME));
        Path file = store.directory().resolve("sessions").resolve(NAME.file());
        assertTrue(Files.size(file) < 400_000, () -> "it grows: " + file.toFile().length());
    }

    @Test
    void aLineThatWasCutOffDoesNotCountAndIsWrittenOver() throws IOException {
        for (int i = 0; i < 3; i++) {
            String line = "x".repeat(100 + i);
            sessions.change(NAME, memory -> memory.refused("a", line));
        }
        Path file = store.directory().resolve("sessions").resolve(NAME.file());
        String text = Files.readString(file);
        for (int cut = text.length() - 1; text.charAt(cut - 1) != '\n'; cut -= 7) {
            Files.writeString(file, text.substring(0, cut));
            var other = new Sessions(new Store(store.directory()));
            assertEquals(2, other.read(NAME).memory().handBacks().get("a").size());
            other.change(NAME, memory -> memory.refused("a", "y"));
            assertEquals(
                    List.of("x".repeat(100), "x".repeat(101), "y"),
                    new Sessions(store).read(NAME).memory().handBacks().get("a"));
        }
    }

    @Test
    void aChangeThatIsNoneIsNotPassedOver() throws IOException {
        sessions.change(NAME, memory -> memory.refused("a", "x"));
        Path file = store.directory().resolve("sessions").resolve(NAME.file());
        String text = Files.readString(file);
        for (String line :
                List.of(
                        "{}",
                        "[]",
                        "x",
                        "{\"number\":2,\"changes\":{\"mode\":1}}",
                        "{\"number\":2,\"changes\":{\"handBacks\":{\"drop\":9}}}")) {
            Files.writeString(file, text + line + "\n");
            assertThrows(IOException.class, () -> new Sessions(store).read(NAME), line);
        }
    }

    /// Half of it would be a memory that forgot something.
    @Test
    void whatIsTooLargeToBeReadWholeIsNotReadInPart() throws IOException {
        sessions.change(NAME, memory -> memory.refused("a", "x"));
        Path file = store.directory().resolve("sessions").resolve(NAME.file());
        String line = "{\"number\":1,\"changes\":{}}\n";
        Files.writeString(file, Files.readString(file) + line.repeat((17 << 20) / line.length()));
        assertThrows(IOException.class, () -> new Sessions(store).read(NAME));
    }

    /// What the first version wrote: one line, and nothing behind it.
    @Test
    void whatAnOlderVersionKeptIsTakenOver() throws IOException {
        sessions.change(NAME, memory -> memory.refused("a", "x"));
        Path file = store.directory().resolve("sessions").resolve(NAME.file());
        Files.writeString(file, Files.readString(file).replace("\"version\":2", "\"version\":1"));
        var later = new Sessions(new Store(store.directory()));
        assertEquals(List.of("x"), later.read(NAME).memory().handBacks().get("a"));
        later.change(NAME, memory -> memory.refused("a", "y"));
        assertEquals(
                List.of("x", "y"), new Sessions(store).read(NAME).memory().handBacks().get("a"));
    }

    @Test
    void anotherProcessReadsWhatOneWrote() throws IOException {
        Event said = new Event.Said("do not push", Event.Said.Source.PERSON);
        sessions.change(NAME, memory -> memory.after(said));
        assertEquals(
                Memory.EMPTY.after(said),
                new Sessions(new Store(store.directory())).read(NAME).memory());
        var other = new Sessions.Name("claude-code", "s2");
        assertEquals(Memory.EMPTY, sessions.read(other).memory());
    }

    @Test
    void whoWritesLastOnWhatIsNoLongerThereIsTold() throws IOException {
        Sessions.Kept before = sessions.read(NAME);
        Memory one = Memory.EMPTY.answered("a", new Memory.InFlight("ls", false, false));
        Memory two = Memory.EMPTY.answered("b", new Memory.InFlight("ls", false, false));
        assertTrue(sessions.write(NAME, before, one, false));
        assertTrue(!sessions.write(NAME, before, two, false));
        assertEquals(one, sessions.read(NAME).memory());
    }

    @Test
    void whatOthersCouldWriteIsNotRead() throws IOException {
        sessions.change(NAME, memory -> memory.refused("a", "x"));
        Path file = store.directory().resolve("sessions").resolve(NAME.file());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        IOException problem = assertThrows(IOException.class, () -> sessions.read(NAME));
        assertTrue(problem.getMessage().contains("others can write"), problem.getMessage());
    }

    @Test
    void halfAFileIsNoEmptyOne() throws IOException {
        sessions.change(NAME, memory -> memory.refused("a", "x"));
        Path file = store.directory().resolve("sessions").resolve(NAME.file());
        Files.writeString(file, Files.readString(file).substring(0, 40));
        assertThrows(IOException.class, () -> sessions.read(NAME));
    }

    /// Two processes write one session at once and one of them is killed in the midst; what is there is whole, and nothing
    /// that either was told is kept is lost.
    @Test
    void aProcessThatIsKilledHalfWayLeavesAWholeMemory() throws Exception {
        for (int round = 0; round < 3; round++) {
            Process killed = writer("k" + round);
            Process other = writer("o" + round);
            BufferedReader heard = killed.inputReader();
            for (int i = 0; i < 20; i++) {
                assertEquals("k" + round + "-" + i, heard.readLine(), "it writes");
            }
            killed.toHandle().destroyForcibly();
            killed.waitFor();
            long answered = 20 + heard.lines().filter(line -> line.startsWith("k")).count();
            List<String> told = other.inputReader().lines().toList();
            assertEquals(0, other.waitFor(), told::toString);
            List<String> said = sessions.read(NAME).memory().handBacks().get("k" + round);
            assertTrue(said.size() >= answered, said.size() + " of " + answered);
            assertEquals("o" + round + "-59", told.getLast());
            assertEquals(60, sessions.read(NAME).memory().handBacks().get("o" + round).size());
        }
    }

    private Process writer(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        store.directory().toString(),
                        name)
                .redirectErrorStream(true)
                .start();
    }

    /// A process of its own that changes a session again and again.
    public static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            var sessions = new Sessions(new Store(Path.of(arguments[0])));
            for (int i = 0; i < 60; i++) {
                String line = arguments[1] + "-" + i;
                sessions.change(NAME, memory -> memory.refused(arguments[1], line));
                System.out.println(line);
                System.out.flush();
            }
        }
    }
}
