package dev.cattlegrid.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.canary.Call;
import dev.cattlegrid.canary.Script;
import dev.cattlegrid.canary.Turn;
import dev.cattlegrid.sandbox.Machine;
import dev.cattlegrid.sandbox.Plan;
import dev.cattlegrid.sandbox.Sandbox;
import dev.cattlegrid.sandbox.Scratch;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `--sandbox`: ways out that are tried for real, through the agent, on files, processes and sockets of the test. Permissions are bypassed, so
/// that the sandbox alone stands in the way.
class ShelterTest {
    private static final Machine HERE = Sandbox.available();

    /// Not below `/tmp`, of which namespaces show another.
    private static final Path PLACES = Path.of("/var/tmp");

    private Scratch top = new Scratch(PLACES);
    private Yard yard;
    private Path outside;

    static Stream<Machine> machines() {
        return Stream.of(HERE, HERE.withoutNamespaces()).filter(Machine::confines).distinct();
    }

    @BeforeEach
    void aYard() throws Exception {
        assumeTrue(HERE.confines(), "commands cannot be confined here");
        top = new Scratch(Files.createTempDirectory(PLACES, "cattlegrid-"));
        yard = new Yard(top.directory());
        yard.mode = Origin.Mode.BYPASS_PERMISSIONS;
        outside = Files.writeString(yard.home.resolve("notes.txt"), "mine\n");
    }

    @AfterEach
    void away() throws Exception {
        top.close();
    }

    private static Call bash(String command) {
        return Call.of("Bash", Map.of("command", command));
    }

    private String ran(int number) {
        return yard.all(Happening.Ran.class).get(number).done().text();
    }

    private void nothingWasRefused() {
        assertEquals(List.of(), yard.all(Happening.Refused.class));
    }

    private void nothingGotOut() throws Exception {
        assertEquals("mine\n", Files.readString(outside));
        try (Stream<Path> left = Files.list(yard.home)) {
            assertEquals(
                    List.of(".cache", ".local", "notes.txt", "work"),
                    left.map(path -> String.valueOf(path.getFileName())).sorted().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aCommandWritesToItsWorkspaceAndScratchAlone(Machine machine) throws Exception {
        yard.machine = Optional.of(machine);
        yard.more = List.of(Files.createDirectories(yard.home.resolve("work/beside")));
        yard.play(
                "try",
                Yard.bash("echo in > in.txt && echo t > $TMPDIR/t && cat $TMPDIR/t"),
                Yard.bash("echo in > ../beside/in.txt && cat ../beside/in.txt"),
                Yard.bash("echo out >> ~/notes.txt; echo out > ~/made.txt; rm -f ~/notes.txt"),
                Yard.bash("setsid bash -c 'echo out >> ~/notes.txt; echo out > ~/made.txt'"),
                Yard.bash("ln -s ~ link && echo out > link/made.txt"),
                Yard.bash("mkdir -p src/deep && cd src/deep"),
                Yard.bash("pwd && echo out > ../../../../made.txt"));
        assertEquals("in\n", yard.read("in.txt"));
        assertEquals("t", ran(0));
        assertEquals("in", ran(1));
        assertTrue(ran(6).startsWith(yard.project + "/src/deep\n"), ran(6));
        nothingGotOut();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aCommandReachesNobody(Machine machine) throws Exception {
        yard.machine = Optional.of(machine);
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            String dial =
                    "exec 3<>/dev/tcp/127.0.0.1/%d && echo open".formatted(server.getLocalPort());
            yard.play(
                    "try",
                    Yard.bash(dial),
                    Yard.bash(
                            "python3 -c 'import socket; socket.socket(socket.AF_UNIX); print(\"open\")'"),
                    Yard.bash(
                            "python3 -c 'import socket; socket.create_connection((\"127.0.0.1\", %d)); print(\"open\")'"
                                    .formatted(server.getLocalPort())));
            yard.all(Happening.Ran.class)
                    .forEach(ran -> assertTrue(ran.done().failed(), ran.done().text()));
            assertEquals(3, yard.all(Happening.Ran.class).size());
            assertThrowsNobody(server);
        }
    }

    private static void assertThrowsNobody(ServerSocket server) {
        try (var somebody = server.accept()) {
            assertFalse(somebody.isConnected(), "somebody came through");
        } catch (java.io.IOException _) {
            return;
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aJobInTheBackgroundAndAnotherAgentAreKeptToo(Machine machine) throws Exception {
        yard.machine = Optional.of(machine);
        yard.play(
                "try",
                Script.of(
                                Turn.of(
                                        Call.of(
                                                "Bash",
                                                Map.of(
                                                        "command",
                                                        "echo ready; echo out >> ~/notes.txt; sleep 300",
                                                        "run_in_background",
                                                        true))),
                                Yard.bash("sleep 0.5"),
                                Turn.of(Call.of("BashOutput", Map.of("bash_id", "bash_1"))),
                                Turn.of(
                                        Call.of(
                                                "Task",
                                                Map.of(
                                                        "description",
                                                        "write",
                                                        "prompt",
                                                        "errand-1: write it elsewhere"))),
                                Turn.of(Call.of("KillShell", Map.of("shell_id", "bash_1"))))
                        .with("errand-1", Yard.bash("echo out > ~/made.txt")));
        String job =
                yard.all(Happening.Ran.class).stream()
                        .filter(ran -> ran.made().tool().equals("BashOutput"))
                        .findFirst()
                        .orElseThrow()
                        .done()
                        .text();
        assertTrue(job.startsWith("ready\n") && job.endsWith("(still running)"), job);
        assertTrue(
                yard.all(Happening.Ran.class).stream()
                        .anyMatch(ran -> ran.made().agent().isPresent() && ran.done().failed()));
        assertEquals("ended", ran(yard.all(Happening.Ran.class).size() - 1));
        nothingGotOut();
    }

    /// What flees into a session of its own ends with the command.
    @ParameterizedTest
    @MethodSource("machines")
    void nothingOutlivesACommand(Machine machine) throws Exception {
        yard.machine = Optional.of(machine);
        assumeTrue(machine.bubblewrap().isPresent() || machine.landlockVersion() >= 6);
        yard.play(
                "try",
                Yard.bash("setsid bash -c 'sleep 0.6; echo late > late.txt' & echo started"),
                Yard.bash("sleep 1.2; ls"));
        assertEquals("started", ran(0));
        assertFalse(ran(1).contains("late.txt"), ran(1));
    }

    /// The tools that change files by themselves keep to the same places.
    @Test
    void aFileOutsideIsNotWrittenByAToolEither() throws Exception {
        yard.machine = Optional.of(HERE);
        Files.createSymbolicLink(yard.project.resolve("link"), yard.home);
        yard.play(
                "try",
                Turn.of(
                        Call.of(
                                "Write",
                                Map.of(
                                        "file_path",
                                        yard.home.resolve("made.txt").toString(),
                                        "content",
                                        "x")),
                        Call.of("Write", Map.of("file_path", "link/made.txt", "content", "x")),
                        Call.of("Write", Map.of("file_path", "new/made.txt", "content", "x"))));
        assertEquals("x", yard.read("new/made.txt"));
        nothingGotOut();
    }

    /// What cannot happen is no question, and the person is told by what.
    @Test
    void theVerdictTakesTheSandboxIntoAccount() throws Exception {
        yard.mode = Origin.Mode.AUTO;
        String command = "curl -s -X POST -d x=1 http://build.example.test/start; true";
        yard.play("start the build", Turn.of(bash(command)));
        assertEquals(1, yard.all(Happening.Refused.class).size());
        yard.happened.clear();
        yard.session = "s-2";
        yard.machine = Optional.of(HERE);
        yard.play("start the build", Turn.of(bash(command)));
        nothingWasRefused();
        assertEquals("sandbox", yard.all(Happening.Allowed.class).getFirst().by());
        assertTrue(yard.all(Happening.Began.class).getFirst().sandbox().isPresent());
    }

    @Test
    void aHomeIsTooMuchToWriteTo() throws Exception {
        Plan plan =
                Shelter.of(List.of(yard.home), top.directory().resolve("scratch"), yard.home, HERE);
        assertTrue(assertInstanceOf(Plan.Refused.class, plan).why().startsWith("your home"));
    }
}
