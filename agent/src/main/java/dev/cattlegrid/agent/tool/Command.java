package dev.cattlegrid.agent.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.agent.voice.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A shell command under way, in a session of its own without a terminal: nothing that it starts can type at the person's
/// prompt, and all of it ends together.
final class Command {
    /// The most bytes that a command may print before it is ended.
    static final long MOST_PRINTED = 64L << 20;

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Process process;
    private final Path output;
    private final Path end;
    private final String text;

    private Command(Process process, Path output, Path end, String text) {
        this.process = process;
        this.output = output;
        this.end = end;
        this.text = text;
    }

    /// How a command ended.
    sealed interface End {
        record Exit(int code) implements End {}

        record TimeOver() implements End {}

        record Stopped() implements End {}

        record TooMuch() implements End {}
    }

    static Command start(String text, Path directory, Workshop workshop) throws IOException {
        Path output = Files.createTempFile(workshop.scratch(), "out", ".txt");
        Path end = Files.createTempFile(workshop.scratch(), "end", ".txt");
        var words = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            words.add(SETSID.toString());
        }
        words.addAll(
                List.of(
                        "/bin/bash",
                        "-c",
                        "trap " + quoted("pwd -P >|" + quoted(end.toString())) + " EXIT\n" + text));
        var builder = new ProcessBuilder(words).directory(directory.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(workshop.environment());
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.redirectInput(Path.of("/dev/null").toFile());
        return new Command(builder.start(), output, end, text);
    }

    /// One word of a shell, whatever stands in it.
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    String text() {
        return text;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    Optional<Integer> exit() {
        return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
    }

    /// Waits until it ends, and ends it where it takes too long, prints too much or is broken off.
    End await(Duration most, Stop stop) throws IOException {
        long until = System.nanoTime() + most.toNanos();
        try {
            while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                Optional<End> over = over(until, stop);
                if (over.isPresent()) {
                    kill();
                    return over.get();
                }
            }
            return new End.Exit(process.exitValue());
        } catch (InterruptedException _) {
            kill();
            Thread.currentThread().interrupt();
            return new End.Stopped();
        }
    }

    private Optional<End> over(long until, Stop stop) throws IOException {
        if (stop.isStopped()) {
            return Optional.of(new End.Stopped());
        }
        if (System.nanoTime() - until > 0) {
            return Optional.of(new End.TimeOver());
        }
        return Files.size(output) > MOST_PRINTED
                ? Optional.of(new End.TooMuch())
                : Optional.empty();
    }

    /// Ends it with all that it started, also what was left behind when the shell had gone.
    void kill() {
        List<ProcessHandle> all = process.descendants().toList();
        if (Files.isExecutable(SETSID)) {
            try {
                new ProcessBuilder("/bin/kill", "-KILL", "--", "-" + process.pid())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor(2, TimeUnit.SECONDS);
            } catch (IOException _) {
                // Each process is ended by itself below.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// Where its shell stood at the end, where it came to one.
    Optional<Path> directory() {
        try {
            String there = Files.readString(end).strip();
            return there.isEmpty() ? Optional.empty() : Optional.of(Path.of(there));
        } catch (IOException | java.nio.file.InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// What it printed, from a byte on; bytes that are no UTF-8 are shown as such.
    String printed(long from) throws IOException {
        try (var in = Files.newInputStream(output)) {
            in.skipNBytes(Math.min(from, Files.size(output)));
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(java.nio.ByteBuffer.wrap(in.readNBytes((int) MOST_PRINTED)))
                    .toString();
        }
    }

    long size() throws IOException {
        return Files.size(output);
    }

    void forget() {
        for (Path file : List.of(output, end)) {
            try {
                Files.deleteIfExists(file);
            } catch (NoSuchFileException _) {
                continue;
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }
}
