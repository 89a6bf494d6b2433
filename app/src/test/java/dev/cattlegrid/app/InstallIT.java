package dev.cattlegrid.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.cases.Checkout;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program installed in a home of its own, replaced, and taken away again. `./verify` has built it before.
class InstallIT {
    private static final String CALL =
            """
            {"session_id": "s", "cwd": "%s", "permission_mode": "default", "hook_event_name": "PreToolUse",
             "tool_name": "Bash", "tool_use_id": "t", "tool_input": {"command": "ls"}}
            """;

    @TempDir private Path home;

    private Path share() {
        return home.resolve(".local/share/cattlegrid");
    }

    private Path installed() {
        return home.resolve(".local/bin/cattlegrid");
    }

    private String run(int exit, String input, String program, String... arguments)
            throws Exception {
        List<String> line = new ArrayList<>(List.of(program));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertTrue(process.waitFor(120, TimeUnit.SECONDS));
        assertEquals(exit, process.exitValue(), said);
        return said;
    }

    private void install(String from) throws Exception {
        run(0, "", from, "install", "--home", home.toString());
    }

    private void answersAHook() throws Exception {
        String said =
                run(
                        0,
                        CALL.formatted(home),
                        installed().toString(),
                        "hook",
                        "claude-code",
                        "--home",
                        home.toString());
        assertTrue(said.contains("\"permissionDecision\":\"allow\""), said);
    }

    private String[] plate() throws Exception {
        return Files.readString(home.resolve(Store.IN_HOME).resolve("run/door")).strip().split(" ");
    }

    @AfterEach
    void endTheDaemon() throws Exception {
        Path plate = home.resolve(Store.IN_HOME).resolve("run/door");
        if (Files.exists(plate)) {
            ProcessHandle.of(Long.parseLong(plate()[1])).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void installsTakesOverAndGoes() throws Exception {
        install(Checkout.file("cattlegrid").toString());
        answersAHook();
        String[] first = plate();

        Path newer = home.resolve("newer");
        copy(share().resolve("current").toRealPath(), newer);
        long stamp = Long.parseLong(first[5]) + 60;
        Files.writeString(newer.resolve("program/built"), stamp + "\n");
        install(newer.resolve("cattlegrid").toString());
        answersAHook();
        String[] second = plate();
        assertEquals(String.valueOf(stamp), second[5]);
        assertNotEquals(first[1], second[1]);
        assertTrue(Files.exists(share().resolve(first[5])), "the one before stays");

        run(0, "", installed().toString(), "setup", "claude-code", "--home", home.toString());
        String settings = Files.readString(home.resolve(".claude/settings.json"));
        assertTrue(settings.contains(share() + "/current/cattlegrid"), settings);

        String said = run(0, "", installed().toString(), "uninstall", "--home", home.toString());
        assertTrue(said.contains("records stay"), said);
        assertFalse(Files.exists(share()));
        assertFalse(Files.exists(installed()));
        assertFalse(
                Files.exists(home.resolve(".claude/settings.json"))
                        && Files.readString(home.resolve(".claude/settings.json"))
                                .contains("cattlegrid"));
        assertTrue(Files.exists(home.resolve(Store.IN_HOME).resolve("record")));
        ProcessHandle.of(Long.parseLong(second[1]))
                .ifPresent(daemon -> assertTrue(daemon.info().command().isEmpty(), said));

        run(
                0,
                "",
                Checkout.file("cattlegrid").toString(),
                "uninstall",
                "--purge",
                "--home",
                home.toString());
        assertFalse(Files.exists(home.resolve(Store.IN_HOME)));
    }

    @Test
    void whatIsWrongIsSaidInOneSentence() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "");
        String gate = Checkout.file("cattlegrid").toString();
        for (List<String> wrong :
                List.of(List.of("--prefix"), List.of("--prefix", "here"), List.of("--purg"))) {
            var arguments = new ArrayList<>(List.of("install"));
            arguments.addAll(wrong);
            String said = run(64, "", gate, arguments.toArray(String[]::new));
            assertEquals(1, said.lines().count(), said);
        }
        String said = run(70, "", gate, "install", "--prefix", file.toString());
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains(file.toString()), said);
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
