package dev.cattlegrid.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.cattlegrid.cases.Checkout;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every way out that we know of, tried for real: what stops it stands in `docs/sandbox.md`, and so does what does not.
class EscapesTest {
    private static final Machine HERE = Sandbox.available();

    /// Not below `/tmp`, which namespaces hide: a path that is not there would stop everything.
    private static final Path PLACES = Path.of("/var/tmp");

    private Scratch scratch = new Scratch(PLACES);

    @BeforeEach
    void makePlace() throws IOException {
        scratch = new Scratch(Files.createTempDirectory(PLACES, "cattlegrid-"));
    }

    @AfterEach
    void cleanUp() throws IOException {
        scratch.close();
    }

    /// By a shell: `$OUT` is a directory outside, `$PID` a process there.
    private static Map<String, String> byShell() {
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("write a file", "echo x > $OUT/file");
        ways.put("create a file", "echo x > $OUT/made");
        ways.put("make a directory", "mkdir $OUT/made");
        ways.put("make a pipe with a name", "mkfifo $OUT/made");
        ways.put("make a symbolic link", "ln -s x $OUT/made");
        ways.put("delete a file", "rm -f $OUT/file");
        ways.put("write through `..`", "echo x > ../outside/file");
        ways.put("write through a symbolic link", "ln -s $OUT/file l1; echo x > l1");
        ways.put("write through `/proc/self/root`", "echo x > /proc/self/root$OUT/file");
        ways.put("write through `/proc/self/cwd`", "cd $OUT; echo x > /proc/self/cwd/file");
        ways.put("write through another process's root", "echo x > /proc/$PID/root$OUT/file");
        ways.put("write through a hard link", "ln $OUT/file l2 && echo x > l2");
        ways.put("move a file in", "mv $OUT/file moved 2>/dev/null");
        ways.put("move a file out", "echo x > own; mv own $OUT/made");
        ways.put("move a directory out", "mkdir d; mv d $OUT/made");
        ways.put("move over a file", "echo x > own; mv -f own $OUT/file");
        ways.put("cut a file", "truncate -s 1 $OUT/file");
        ways.put("read a process's environment", "grep -q . /proc/$PID/environ");
        ways.put("signal a process", "kill -0 $PID");
        ways.put("change a file's rights", "chmod 600 $OUT/file");
        ways.put("change a file's times", "touch -c -d @0 $OUT/file");
        ways.put("change a process's priority", "renice -n 19 -p $PID");
        return ways;
    }

    /// What goes through in a view of one's own touches nothing outside.
    private static final List<String> OWN_IN_NAMESPACES =
            List.of("share memory", "open a message queue", "open a POSIX queue");

    private static final String HEAD =
            """
            | attempt, from inside at what is outside | Landlock and seccomp | bubblewrap and seccomp |
            | --- | --- | --- |
            """;

    @Test
    void whatIsStoppedIsWhatTheDocumentSays() throws Exception {
        Path page = Checkout.root().resolve("docs/sandbox.md");
        String text = Files.readString(page);
        int from = text.indexOf("| attempt");
        int to = text.indexOf("\n\n", from) + 1;
        if (!HERE.landlock().isThere()) {
            assertInstanceOf(
                    Plan.Refused.class,
                    Sandbox.around(scratch.directory()).on(HERE.withoutNamespaces()));
            return;
        }
        Map<String, String> alone =
                tried(
                        HERE.withoutNamespaces(),
                        List.of("change a file's rights", "change a file's times"));
        Map<String, String> within =
                HERE.namespaces().isThere() ? tried(HERE, List.of()) : documented(text);
        var table = new StringBuilder(HEAD);
        alone.forEach((way, answer) ->
                table.append("| %s | %s | %s |\n".formatted(way, answer, within.get(way))));
        if ("write".equals(System.getProperty("cases"))) {
            Files.writeString(page, text.substring(0, from) + table + text.substring(to));
        }
        assertEquals(table.toString(), text.substring(from, to));
    }

    /// A kernel with the first Landlock: what that leaves open, seccomp has to stop.
    @Test
    void theFirstLandlockIsHelpedByTheFilter() throws Exception {
        if (HERE.landlock().isThere()) {
            tried(
                    HERE.withoutNamespaces().at(1),
                    List.of("signal a process", "change a file's rights", "change a file's times"));
        }
    }

    /// What stands in the last column.
    private static Map<String, String> documented(String page) {
        Map<String, String> column = new LinkedHashMap<>();
        for (String line : page.lines().toList()) {
            String[] cells = line.split(" \\| ");
            if (line.startsWith("| ") && cells.length == 3) {
                column.put(cells[0].substring(2), cells[2].replace(" |", ""));
            }
        }
        return column;
    }

    private Map<String, String> tried(Machine machine, List<String> open) throws Exception {
        boolean namespaces = machine.bubblewrap().isPresent();
        Map<String, String> all = new LinkedHashMap<>();
        for (var way : byShell().entrySet()) {
            all.put(way.getKey(), byShell(machine, way.getValue()) ? "open" : "stopped");
        }
        for (String line : byCalls(machine)) {
            String[] parts = line.split(": ");
            boolean own = namespaces && OWN_IN_NAMESPACES.contains(parts[0]);
            all.put(parts[0], parts[1].equals("stopped") ? "stopped" : own ? "its own" : "open");
        }
        all.replaceAll((way, answer) -> answer.equals("open") ? "**open**" : answer);
        assertEquals(
                open,
                all.entrySet().stream()
                        .filter(entry -> entry.getValue().equals("**open**"))
                        .map(Map.Entry::getKey)
                        .toList());
        return all;
    }

    /// Whether it went through: whether anything outside is changed, or the command says that it reached a process.
    private boolean byShell(Machine machine, String line) throws Exception {
        Path place = Files.createTempDirectory(scratch.directory(), "shell");
        Path outside = Files.createDirectory(place.resolve("outside"));
        Path workspace = Files.createDirectory(place.resolve("workspace"));
        Files.writeString(outside.resolve("file"), "content\n");
        Process process = new ProcessBuilder("sleep", "600").start();
        try {
            Map<String, String> before = state(outside);
            String script =
                    "OUT=%s; PID=%d; { %s; } >/dev/null 2>&1 && echo done"
                            .formatted(outside, process.pid(), line);
            String said = output(start(machine, workspace, List.of("/bin/sh", "-c", script)));
            boolean aboutProcess = line.contains("$PID") && !line.contains("$OUT");
            return aboutProcess ? said.contains("done") : !before.equals(state(outside));
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> byCalls(Machine machine) throws Exception {
        Path place = Files.createTempDirectory(scratch.directory(), "calls");
        Path outside = Files.createDirectory(place.resolve("outside"));
        Path workspace = Files.createDirectory(place.resolve("workspace"));
        Files.writeString(outside.resolve("file"), "content\n");
        Process process = new ProcessBuilder("sleep", "600").start();
        try (var tcp = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                var udp = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
                var local = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            local.bind(UnixDomainSocketAddress.of(outside.resolve("socket")));
            Map<String, String> before = state(outside);
            String said =
                    output(
                            start(
                                    machine,
                                    workspace,
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin/java")
                                                    .toString(),
                                            "-XX:TieredStopAtLevel=1",
                                            "-Djava.net.preferIPv4Stack=true",
                                            "--enable-native-access=ALL-UNNAMED",
                                            "-cp",
                                            classes(workspace).toString(),
                                            Escape.class.getName(),
                                            outside.toString(),
                                            String.valueOf(process.pid()),
                                            String.valueOf(tcp.getLocalPort()),
                                            String.valueOf(udp.getLocalPort()))));
            assertEquals(before, state(outside), said);
            return said.lines().filter(line -> line.matches(".*: (out|stopped)")).toList();
        } finally {
            process.destroyForcibly();
        }
    }

    /// The classes of this room and of its tests, where a confined command sees them.
    private static Path classes(Path workspace) throws IOException {
        Path copied = workspace.resolve("classes");
        for (Class<?> one : List.of(Native.class, Escape.class)) {
            Path from = Path.of(one.getProtectionDomain().getCodeSource().getLocation().getPath());
            String room = one.getPackageName().replace('.', '/');
            Files.createDirectories(copied.resolve(room));
            try (Stream<Path> files = Files.list(from.resolve(room))) {
                for (Path file : files.toList()) {
                    Files.copy(file, copied.resolve(room).resolve(file.getFileName()));
                }
            }
        }
        return copied;
    }

    private static Running start(Machine machine, Path workspace, List<String> words)
            throws InterruptedException {
        Plan plan = Sandbox.around(workspace).on(machine);
        var command =
                new Command(
                        words, workspace, Map.of("PATH", "/usr/bin:/bin"), Command.Streams.MERGED);
        return assertInstanceOf(
                        Launch.Started.class,
                        Confined.start(assertInstanceOf(Plan.Ready.class, plan), command))
                .running();
    }

    private static String output(Running running) throws IOException, InterruptedException {
        try (running) {
            String text = new String(running.out().readAllBytes(), UTF_8);
            running.waitFor();
            return text;
        }
    }

    /// Every file of a directory, with all that an escape could have changed.
    private static Map<String, String> state(Path directory) throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Map<String, Object> attributes =
                        new TreeMap<>(
                                Files.readAttributes(
                                        file,
                                        "unix:mode,uid,gid,nlink,lastModifiedTime,size",
                                        LinkOption.NOFOLLOW_LINKS));
                String content = Files.isRegularFile(file) ? Files.readString(file) : "";
                state.put(file.getFileName().toString(), attributes + content);
            }
        }
        return state;
    }
}
