package dev.cattlegrid.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.cases.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs copies of `./cattlegrid` in a made-up checkout, with made-up JDKs whose `java` prints what it was given, and a
/// made-up `mvnw` that counts its runs.
class LauncherTest {
    @TempDir Path top;

    private Path checkout;
    private Path bin;
    private final Map<String, String> environment = new TreeMap<>();

    /// What a run gave.
    private record Ran(int exit, String out, String err) {}

    @BeforeEach
    void aCheckoutThatIsBuilt() throws Exception {
        checkout = Files.createDirectory(top.resolve("check out"));
        bin = Files.createDirectory(top.resolve("bin"));
        madeOf().forEach(this::make);
        Files.writeString(checkout.resolve("app/src/main/Main.java"), "");
        copy("cattlegrid");
        try (Stream<Path> tools = Files.list(Checkout.file("tools"))) {
            for (Path tool : tools.toList()) {
                copy("tools/" + tool.getFileName());
            }
        }
        // Only what this test makes can be found.
        Path finder = checkout.resolve("tools/jdk.sh");
        String everywhere = Files.readString(finder);
        Files.writeString(
                finder,
                everywhere
                        .replaceAll(
                                "(?<=[ (])/(usr|opt|Library|home)/[^ \\n]*",
                                "\"\\$root\"/nowhere/*")
                        .replace("getent passwd", "false"));
        script(
                checkout.resolve("mvnw"),
                """
                echo run >>target/runs
                sleep 1
                mkdir -p app/target/lib agent/target/lib
                echo jar >app/target/cattlegrid-app.jar
                echo jar >agent/target/cattlegrid-agent.jar
                echo jar >agent/target/lib/other.jar
                """);
        environment.put("PATH", bin.toString());
        environment.put("HOME", top.resolve("home").toString());
        built();
    }

    /// What the program is made of, as the launcher itself looks at it.
    private static List<String> madeOf() throws IOException {
        String script = Files.readString(Checkout.file("tools/build.sh"));
        String look = script.substring(script.indexOf("(find "), script.indexOf("-newer"));
        return Pattern.compile("\\$root/([^\"]+)\"")
                .matcher(look)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private void make(String source) {
        try {
            Path path = checkout.resolve(source);
            Files.createDirectories(path.getParent());
            if (source.endsWith(".xml")) {
                Files.writeString(path, "");
            } else {
                Files.createDirectories(path);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void copy(String file) throws IOException {
        Path to = checkout.resolve(file);
        Files.createDirectories(to.getParent());
        Files.copy(Checkout.file(file), to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void built() throws IOException {
        Path program = Files.createDirectories(checkout.resolve("target/program"));
        Files.writeString(program.resolve("built"), "");
        Files.setLastModifiedTime(
                program.resolve("built"), FileTime.from(Instant.now().plusSeconds(60)));
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        assertTrue(file.toFile().setExecutable(true));
    }

    private Path jdk(String path, String version) throws IOException {
        Path home = Files.createDirectories(top.resolve(path));
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        script(home.resolve("bin/javac"), "");
        script(
                home.resolve("bin/java"),
                """
                echo "$0"
                for argument; do echo "<$argument>"; done
                /usr/bin/env
                """);
        return home;
    }

    private ProcessBuilder command(Path launcher, String... arguments) {
        List<String> line = new ArrayList<>(List.of(launcher.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(top.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    private static Ran wait(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Ran(process.exitValue(), out, err);
    }

    private Ran run(String... arguments) throws Exception {
        return wait(
                command(checkout.resolve("cattlegrid"), arguments)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .start());
    }

    private static void ranWith(Path jdk, Ran ran) {
        assertEquals(
                jdk.resolve("bin/java").toString(),
                ran.out().lines().findFirst().orElse(ran.err()));
        assertEquals("", ran.err());
        assertEquals(0, ran.exit());
    }

    private static void saysOneLine(int exit, Ran ran) {
        assertEquals(exit, ran.exit(), ran.toString());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertEquals("", ran.out());
    }

    @Test
    void prefersTheJavaHomeThatWillDo() throws Exception {
        environment.put("JAVA_HOME", jdk("given", "25.0.3").toString());
        jdk("home/.jdks/other", "26");
        ranWith(top.resolve("given"), run("--version"));
    }

    @Test
    void passesOverAnOldJavaHomeAndAnOldJavaOnThePath() throws Exception {
        environment.put("JAVA_HOME", jdk("given", "17.0.15").toString());
        Path old = jdk("old", "21.0.1");
        Files.createSymbolicLink(bin.resolve("java"), old.resolve("bin/java"));
        ranWith(jdk("home/.sdkman/candidates/java/25-tem", "25"), run("--version"));
    }

    @Test
    void followsTheJavaOnThePath() throws Exception {
        Path home = jdk("jdk 25", "25.0.1");
        Files.createSymbolicLink(bin.resolve("alternative"), home.resolve("bin/java"));
        Files.createSymbolicLink(bin.resolve("java"), Path.of("alternative"));
        ranWith(home, run("--version"));
    }

    @Test
    void readsTheVersionsThatAreWritten() throws Exception {
        for (String version : List.of("1.8.0_442", "9", "24-ea", "", "x")) {
            environment.put("JAVA_HOME", jdk("v" + version, version).toString());
            assertEquals(3, run("--version").exit(), version);
        }
        for (String version : List.of("25", "25-ea", "26.0.1", "100")) {
            environment.put("JAVA_HOME", jdk("v" + version, version).toString());
            assertEquals(0, run("--version").exit(), version);
        }
    }

    @Test
    void withoutAJdkSaysHowToGetOne() throws Exception {
        Ran ran = run("check", "ls");
        saysOneLine(3, ran);
        assertTrue(
                ran.err().contains("no JDK 25 or newer found") && ran.err().contains("install"),
                ran.err());
    }

    @Test
    void runsThroughLinksAndGivesArgumentsOn() throws Exception {
        Path home = jdk("home/.jdks/25", "25");
        Path directory = Files.createDirectory(top.resolve("links"));
        Files.createSymbolicLink(directory.resolve("first"), Path.of("../check out/cattlegrid"));
        Path second = Files.createSymbolicLink(directory.resolve("second"), Path.of("first"));
        Ran ran = wait(command(second, "check", "echo  'a b' \"é\" *", "").start());
        ranWith(home, ran);
        assertTrue(
                ran.out()
                        .contains(
                                "<dev.cattlegrid.app.Main>\n<check>\n<echo  'a b' \"é\" *>\n<>\n"),
                ran.out());
        assertTrue(
                ran.out().contains("<" + checkout.resolve("target/program/cattlegrid-app.jar")),
                ran.out());
    }

    @Test
    void keepsVariablesFromTheJvmAndItself() throws Exception {
        Path home = jdk("home/.jdks/25", "25");
        for (String variable :
                List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")) {
            environment.put(variable, "-javaagent:evil.jar");
        }
        environment.put("CDPATH", "/");
        script(bin.resolve("find"), "exit 1\n");
        script(bin.resolve("dirname"), "echo /\n");
        environment.put("LC_ALL", "C");
        Ran ran = run("--version");
        ranWith(home, ran);
        assertFalse(ran.out().contains("evil"), ran.out());
        assertTrue(ran.out().contains("LC_ALL=C.UTF-8"), ran.out());
        assertTrue(ran.out().contains("PATH=" + bin + "\n"), ran.out());
    }

    @Test
    void buildsOnceForTwoFirstCalls() throws Exception {
        Path home = jdk("home/.jdks/25", "25");
        Files.delete(checkout.resolve("target/program/built"));
        Process first = command(checkout.resolve("cattlegrid"), "--version").start();
        Process second = command(checkout.resolve("cattlegrid"), "--version").start();
        List<Ran> ran = List.of(wait(first), wait(second));
        assertEquals("run\n", Files.readString(checkout.resolve("target/runs")));
        assertEquals(1, ran.stream().flatMap(each -> each.err().lines()).count(), ran.toString());
        for (Ran each : ran) {
            assertTrue(each.out().startsWith(home.toString()), each.toString());
        }
    }

    @Test
    void buildsAgainAfterAChange() throws Exception {
        jdk("home/.jdks/25", "25");
        assertEquals("", run("--version").err());
        FileTime later = FileTime.from(Instant.now().plusSeconds(120));
        Files.setLastModifiedTime(checkout.resolve("app/src/main/Main.java"), later);
        saysItBuilds(run("--version"));
    }

    private Ran hook() throws Exception {
        return run("hook", "claude-code", "--home", top.toString());
    }

    private static void saysItBuilds(Ran ran) {
        assertEquals(0, ran.exit(), ran.toString());
        assertTrue(ran.err().startsWith("cattlegrid: building"), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
    }

    @Test
    void aBuildThatFailsSaysWhereItIsWritten() throws Exception {
        jdk("home/.jdks/25", "25");
        Files.delete(checkout.resolve("target/program/built"));
        script(checkout.resolve("mvnw"), "echo '[INFO] x'; echo '[ERROR] no network'; exit 1\n");
        Ran ran = run("--version");
        assertEquals(70, ran.exit());
        assertEquals(2, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().contains("the build failed: no network"), ran.err());
        assertTrue(ran.err().contains(checkout.resolve("target/build.log").toString()), ran.err());
    }

    @Test
    void aHookNeverBuildsAndRefusesWhereItCannotRun() throws Exception {
        saysOneLine(2, hook());
        Path home = jdk("home/.jdks/25", "25");
        FileTime later = FileTime.from(Instant.now().plusSeconds(120));
        Files.setLastModifiedTime(checkout.resolve("app/src/main/Main.java"), later);
        saysOneLine(2, hook());
        String answer =
                "{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\","
                        + "\"permissionDecision\":\"allow\"}}";
        script(home.resolve("bin/java"), "echo '" + answer + "'\n");
        Files.writeString(checkout.resolve("target/program/jdk"), home + "\n");
        assertEquals(new Ran(0, answer + "\n", ""), hook());
        Files.delete(checkout.resolve("target/program/built"));
        saysOneLine(2, hook());
        assertFalse(Files.exists(checkout.resolve("target/runs")));
    }

    /// Not run here: what a reader would check of it. Every way out of a hook is 0 after a whole answer, or 2.
    @Test
    void theLauncherForWindowsRefusesWhateverFails() throws Exception {
        String text = Files.readString(Checkout.file("cattlegrid.cmd"));
        assertTrue(text.lines().count() > 10 && !text.replace("\r\n", "").contains("\n"), "CRLF");
        assertTrue(text.contains("wsl.exe --exec /bin/sh \"%gate%\" %*"), text);
        List<String> ends =
                text.lines().filter(line -> line.contains("exit /b")).map(String::strip).toList();
        assertEquals(
                List.of(
                        "if not \"%~1\"==\"hook\" exit /b %status%",
                        "if \"%status%\"==\"0\" exit /b 0",
                        "exit /b 2",
                        "if \"%~1\"==\"hook\" exit /b 2",
                        "exit /b 3"),
                ends);
    }
}
