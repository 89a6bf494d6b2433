package dev.cattlegrid.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.audit.Home;
import dev.cattlegrid.daemon.Starter;
import dev.cattlegrid.host.ClaudeCode;
import dev.cattlegrid.wiring.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The launcher that clients call: whether it is the one that was meant, and whether it answers.
///
/// @param launcher as settings name it
record LauncherLook(Path launcher) {
    private static final String ABOUT = "launcher";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    Look look(Path scratch) {
        try {
            if (!launcher.isAbsolute() || !Files.isRegularFile(launcher)) {
                return Look.wrong(
                        ABOUT,
                        "there is no `" + launcher + "`, so clients call nothing",
                        "run `./cattlegrid setup` from where the gate lies now");
            }
            Optional<Path> open = writtenByOthers();
            if (open.isPresent()) {
                return Look.wrong(
                        ABOUT,
                        "others can write to `"
                                + open.get()
                                + "`, so it may not be the gate that answers",
                        "chmod go-w " + Line.quoted(open.get().toString()));
            }
            try {
                return answer(scratch);
            } finally {
                Starter.of(scratch).stop();
            }
        } catch (IOException problem) {
            return Look.wrong(ABOUT, "it cannot be run: " + problem.getMessage(), mend());
        }
    }

    /// The launcher or a directory above it that somebody else could exchange it in.
    private Optional<Path> writtenByOthers() throws IOException {
        for (Path each = launcher.toRealPath(); each != null; each = each.getParent()) {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(each);
            boolean open =
                    rights.contains(PosixFilePermission.GROUP_WRITE)
                            || rights.contains(PosixFilePermission.OTHERS_WRITE);
            boolean sticky =
                    Files.isDirectory(each)
                            && Files.getAttribute(each, "unix:mode") instanceof Integer mode
                            && (mode & 01000) != 0;
            Object owner = Files.getAttribute(each, "unix:uid");
            boolean foreign = !owner.equals(0) && !owner.equals(Home.uid());
            if (open && !sticky || foreign) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private Look answer(Path scratch) throws IOException {
        String payload =
                """
                {"session_id":"doctor","cwd":"%s","permission_mode":"default","hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"ls"},"tool_use_id":"doctor"}\
                """
                        .formatted(scratch);
        String line = new Line(launcher, Optional.of(scratch), false).of(new ClaudeCode());
        long start = System.nanoTime();
        Path input = Files.writeString(scratch.resolve("payload"), payload);
        Path output = scratch.resolve("answer");
        Process process =
                new ProcessBuilder("/bin/sh", "-c", line)
                        .redirectInput(input.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        if (!ended(process)) {
            process.destroyForcibly();
            return Look.wrong(ABOUT, "it gives no answer", mend());
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        String said = new String(Files.readAllBytes(output), UTF_8).strip();
        return process.exitValue() == 0 && said.contains("\"permissionDecision\":\"allow\"")
                ? Look.well(ABOUT, "`%s` answers in %d ms".formatted(launcher, millis))
                : Look.wrong(
                        ABOUT,
                        "`%s` answers what it should not: %s".formatted(launcher, said),
                        mend());
    }

    private static boolean ended(Process process) throws IOException {
        try {
            return process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", problem);
        }
    }

    private String mend() {
        return Line.quoted(launcher.toString())
                + " --version, which builds what is missing and says what is wrong";
    }
}
