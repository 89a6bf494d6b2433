package dev.cattlegrid.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.canary.Launcher;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher that hosts call, as a process, with the program of this build behind it.
class HookLauncherTest {
    @TempDir private Path directory;
    private Launcher launcher;
    private Path home;
    private RunDirectory run;

    /// What a run gave.
    private record Ran(int exit, String out, String err) {
        boolean allows() {
            return exit == 0 && out.contains("\"permissionDecision\":\"allow\"");
        }

        boolean denies() {
            return exit == 0 && out.contains("\"permissionDecision\":\"deny\"");
        }

        /// In the way that every host obeys, whatever it reads on standard output.
        boolean refuses() {
            return exit == 2
                    && out.isEmpty()
                    && err.startsWith("cattlegrid: ")
                    && err.lines().count() == 1;
        }
    }

    @BeforeEach
    void aGateOfThisBuild() throws Exception {
        launcher = Launcher.ofTheBuild(directory.resolve("the gate"));
        home = Files.createDirectories(directory.resolve("a home"));
        run = new RunDirectory(new Store(home.resolve(Store.IN_HOME)));
    }

    @AfterEach
    void endTheDaemon() {
        daemon().ifPresent(ProcessHandle::destroyForcibly);
    }

    private Optional<ProcessHandle> daemon() {
        return run.plateThere().flatMap(plate -> ProcessHandle.of(plate.pid()));
    }

    private ProcessBuilder builder(String... more) {
        var line =
                new ArrayList<>(
                        List.of(
                                launcher.root().resolve("cattlegrid").toString(),
                                "hook",
                                "claude-code",
                                "--home",
                                home.toString()));
        line.addAll(List.of(more));
        var builder = new ProcessBuilder(line).directory(directory.toFile());
        builder.environment().clear();
        return builder;
    }

    private Ran ran(Process process, String payload) throws Exception {
        try (OutputStream in = process.getOutputStream()) {
            in.write(payload.getBytes(UTF_8));
        } catch (java.io.IOException _) {
            // It had ended before it read all.
        }
        var err =
                Running.alongside(() -> new String(process.getErrorStream().readAllBytes(), UTF_8));
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertTrue(process.waitFor(90, TimeUnit.SECONDS));
        return new Ran(process.exitValue(), out, err.get());
    }

    private Ran hook(String command) throws Exception {
        return ran(builder().start(), payload(command));
    }

    private String payload(String command) {
        return Running.payload(directory, "s", "t", command);
    }

    private void deadline(int seconds) throws Exception {
        Path script = launcher.root().resolve("tools/hook.bash");
        String text = Files.readString(script);
        Files.writeString(
                script,
                text.replace("deadline=30", "deadline=" + seconds)
                        .replace("handing_in=10", "handing_in=" + seconds)
                        .replace("patience=12", "patience=1"));
    }

    @Test
    void startsADaemonAndTalksToItAfterwards() throws Exception {
        assertTrue(hook("ls").allows());
        long pid = daemon().orElseThrow().pid();
        assertTrue(hook("rm -rf ~").denies());
        assertEquals(pid, daemon().orElseThrow().pid());
        Ran ten =
                ran(
                        builder().start(),
                        payload("cat > a.txt <<'E'\n" + "text\n".repeat(2_000_000) + "E"));
        assertTrue(ten.allows() || ten.denies(), ten.toString());
    }

    @Test
    void manyAtOnceStartOneDaemon() throws Exception {
        List<CompletableFuture<Ran>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(Running.alongside(() -> hook("ls")));
        }
        for (var one : all) {
            assertTrue(one.get(90, TimeUnit.SECONDS).allows(), one.get().toString());
        }
        long alive =
                ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(home.toString())
                                        && process.info()
                                                .commandLine()
                                                .orElse("")
                                                .contains("daemon run"))
                        .count();
        assertEquals(1, alive);
    }

    @Test
    void aDaemonThatWasKilledIsReplaced() throws Exception {
        hook("ls");
        ProcessHandle first = daemon().orElseThrow();
        first.destroyForcibly();
        first.onExit().get(10, TimeUnit.SECONDS);
        assertTrue(hook("ls").allows());
        assertNotEquals(first.pid(), daemon().orElseThrow().pid());
    }

    @Test
    void whereTheDaemonHangsTheProgramAnswersByItself() throws Exception {
        hook("ls");
        signal("STOP");
        try {
            Ran ran = hook("rm -rf ~");
            assertTrue(ran.denies(), ran.toString());
        } finally {
            signal("CONT");
        }
    }

    @Test
    void noAnswerInTimeMeansNo() throws Exception {
        deadline(4);
        run.prepare();
        try (var server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            run.hang(new Plate(1, server.getLocalPort(), "token", "proof", Stamp.NONE));
            var heard = new StringBuffer();
            String hello =
                    "HTTP/1.1 200 OK\r\nCattlegrid-Proof: proof\r\nContent-Length: 0\r\n\r\n";
            Thread.ofPlatform().daemon().start(() -> impersonate(server, hello, heard, 60_000));
            for (String call : List.of("ls", "echo " + "x".repeat(1_000_000))) {
                Ran ran = hook(call);
                assertTrue(ran.refuses(), ran.toString());
                assertTrue(ran.err().contains("no answer within 4 s"), ran.err());
            }
        }
    }

    private void signal(String name) throws Exception {
        String pid = Long.toString(daemon().orElseThrow().pid());
        new ProcessBuilder("/bin/kill", "-" + name, pid).start().waitFor();
        Path tasks = Path.of("/proc", pid, "task");
        while (name.equals("STOP") && !isStopped(tasks)) {
            Thread.sleep(5);
        }
    }

    /// A process has stopped once each of its threads has.
    private static boolean isStopped(Path tasks) throws Exception {
        try (var threads = Files.list(tasks)) {
            for (Path thread : threads.toList()) {
                String line = Files.readString(thread.resolve("stat"));
                if (line.charAt(line.lastIndexOf(')') + 2) != 'T') {
                    return false;
                }
            }
            return true;
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    /// A process of somebody else that got the port of a daemon that died. It sees the token and, since it cannot show the
    /// proof, no payload; what it says is not believed.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 88\r\n\r\n{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\",\"permissionDecision\":\"allow\"}}      ",
                "HTTP/1.1 200 OK\r\nCattlegrid-Proof: guessed\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nCattlegrid-Proof: \r\n\r\n",
                "HTTP/1.1 200 OK\r\n",
                "{}\n",
                ""
            })
    void whoeverTookThePortIsNotBelieved(String answer) throws Exception {
        run.prepare();
        var heard = new StringBuffer();
        try (var server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            run.hang(new Plate(1, server.getLocalPort(), "token", "proof", Stamp.NONE));
            Thread.ofPlatform().daemon().start(() -> impersonate(server, answer, heard, 300));
            Ran ran = hook("rm -rf ~ # private");
            assertTrue(ran.denies(), ran.toString());
        }
        assertTrue(heard.indexOf("token") >= 0, "it was asked");
        assertTrue(heard.indexOf("private") < 0, "it was told nothing: " + heard);
    }

    private static void impersonate(
            ServerSocket server, String answer, StringBuffer heard, int patience) {
        while (!server.isClosed()) {
            try (Socket peer = server.accept()) {
                byte[] bytes = new byte[4096];
                int length = peer.getInputStream().read(bytes);
                heard.append(new String(bytes, 0, Math.max(0, length), UTF_8));
                peer.getOutputStream().write(answer.getBytes(UTF_8));
                peer.getOutputStream().flush();
                peer.setSoTimeout(patience);
                while ((length = peer.getInputStream().read(bytes)) > 0) {
                    heard.append(new String(bytes, 0, length, UTF_8));
                }
            } catch (java.io.IOException _) {
                // The next one.
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage\n", "1 x y z\n", "1 1 99999999 a b 0\n", "2 1 1 a b 0\n"})
    void aPlateThatSaysNothingIsReplaced(String text) throws Exception {
        run.prepare();
        Files.writeString(run.directory().resolve("door"), text);
        assertTrue(hook("ls").allows());
    }

    @Test
    void noVariableMovesIt() throws Exception {
        Path evil = Files.createDirectories(directory.resolve("evil"));
        Path script = evil.resolve("start.sh");
        Files.writeString(script, "echo '{}'; exit 0\n");
        var builder = builder();
        builder.environment()
                .putAll(
                        Map.of(
                                "BASH_ENV", script.toString(),
                                "ENV", script.toString(),
                                "HOME", evil.toString(),
                                "XDG_STATE_HOME", evil.toString(),
                                "PATH", evil.toString(),
                                "BASH_FUNC_read%%", "() { echo '{}'; exit 0; }",
                                "SHELLOPTS", "noexec",
                                "JAVA_TOOL_OPTIONS", "-Dcattlegrid.evil=1",
                                "JAVA_HOME", evil.toString(),
                                "IFS", "/"));
        Ran ran = ran(builder.start(), payload("rm -rf ~"));
        assertTrue(ran.denies(), ran.toString());
    }

    @Test
    void aHostThatNeverEndsItsInputIsRefused() throws Exception {
        deadline(2);
        Process process = builder().start();
        process.getOutputStream().write("{".getBytes(UTF_8));
        process.getOutputStream().flush();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertEquals(2, process.exitValue());
    }

    @Test
    void oneThatIsStoppedRefuses() throws Exception {
        hook("ls");
        signal("STOP");
        try {
            Process process = builder().start();
            process.getOutputStream().write(payload("ls").getBytes(UTF_8));
            process.getOutputStream().close();
            Thread.sleep(500);
            process.destroy();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            assertEquals(2, process.exitValue());
        } finally {
            signal("CONT");
        }
    }

    @Test
    void whatItDoesNotKnowIsRefused() throws Exception {
        Ran option = ran(builder("--hom").start(), "{}");
        assertTrue(option.refuses(), option.toString());
        Ran empty = hook("");
        assertTrue(empty.exit() == 0, empty.toString());
        Ran nobody =
                ran(
                        new ProcessBuilder(
                                        launcher.root().resolve("cattlegrid").toString(),
                                        "hook",
                                        "nobody",
                                        "--home",
                                        home.toString())
                                .start(),
                        "{}");
        assertTrue(nobody.refuses(), nobody.toString());
        assertTrue(ran(builder().start(), "not json").denies());
        assertTrue(ran(builder().start(), "").denies());
    }

    @Test
    void whereNoDaemonCanBeHadTheProgramAnswersByItself() throws Exception {
        Files.createDirectories(run.directory().getParent());
        Files.writeString(run.directory(), "in the way");
        Ran ran = hook("ls");
        assertTrue(ran.allows(), ran.toString());
    }

    /// Whoever took the port keeps talking, a line at a time, so that no single wait is too long.
    @Test
    void whoeverTalksForEverIsNotListenedTo() throws Exception {
        run.prepare();
        try (var server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            run.hang(new Plate(1, server.getLocalPort(), "token", "proof", Stamp.NONE));
            Thread.ofPlatform().daemon().start(() -> drip(server));
            long start = System.nanoTime();
            Ran ran = hook("rm -rf ~");
            assertTrue(ran.denies(), ran.toString());
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(25));
        }
    }

    private static void drip(ServerSocket server) {
        try (Socket peer = server.accept()) {
            byte[] line = "HTTP/1.1 200 OK\r\n".getBytes(UTF_8);
            while (true) {
                peer.getOutputStream().write(line);
                line = "X: y\r\n".getBytes(UTF_8);
                Thread.sleep(1000);
            }
        } catch (java.io.IOException | InterruptedException _) {
            // It was left alone.
        }
    }

    /// What is still being sent when the launcher gives up must not keep the host waiting for the end of its output.
    @Test
    void aPeerThatReadsNoPayloadHoldsNobodyUp() throws Exception {
        deadline(4);
        run.prepare();
        try (var server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            run.hang(new Plate(1, server.getLocalPort(), "token", "proof", Stamp.NONE));
            var peers = new ArrayList<Socket>();
            Thread.ofPlatform().daemon().start(() -> greetAlone(server, peers));
            long start = System.nanoTime();
            Ran ran = ran(builder().start(), payload("echo " + "x".repeat(9_000_000)));
            assertTrue(ran.refuses(), ran.toString());
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(15));
        }
    }

    private static void greetAlone(ServerSocket server, List<Socket> peers) {
        try {
            Socket peer = server.accept();
            peers.add(peer);
            int _ = peer.getInputStream().read(new byte[1024]);
            String hello =
                    "HTTP/1.1 200 OK\r\nCattlegrid-Proof: proof\r\nContent-Length: 0\r\n\r\n";
            peer.getOutputStream().write(hello.getBytes(UTF_8));
        } catch (java.io.IOException _) {
            // It was left alone.
        }
    }

    /// After a crash or a restart of the machine its number may belong to anybody.
    @Test
    void theNumberOfAnotherProcessStartsADaemonAllTheSame() throws Exception {
        run.prepare();
        Files.writeString(
                run.directory().resolve("starting"), ProcessHandle.current().pid() + "\n");
        assertTrue(hook("ls").allows());
        assertTrue(daemon().isPresent());
    }

    @Test
    void whereADaemonCannotEvenBeStartedTheProgramAnswersByItself() throws Exception {
        run.prepare();
        Files.writeString(run.directory().resolve("starting.lock"), "in the way");
        Ran ran = hook("rm -rf ~");
        assertTrue(ran.denies(), ran.toString());
        assertTrue(daemon().isEmpty());
    }
}
