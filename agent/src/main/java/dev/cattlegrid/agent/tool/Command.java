package dev.cattlegrid.agent.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.agent.voice.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A shell command under way, in a session of its own without a terminal: nothing that it starts can type at the person's
/// prompt, and all of it ends together.
final class Command {
    /// The most bytes that a command may print before it is ended.
    static final long MOST_PRINTED = 64L << 20;

    private static final Duration LOOK = Duration.ofMillis(20);

    private final Child child;
    private final Path output;
    private final Path end;
    private final String text;

    private Command(Child child, Path output, Path end, String text) {
        this.child = child;
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
        Path end = Files.createTempFile(workshop.temporary(), "end", ".txt");
        var words =
                List.of(
                        "/bin/bash",
                        "-c",
                        "trap " + quoted("pwd -P >|" + quoted(end.toString())) + " EXIT\n" + text);
        try {
            return new Command(workshop.start(words, directory, output), output, end, text);
        } catch (IOException problem) {
            forget(output, end);
            throw problem;
        }
    }

    /// One word of a shell, whatever stands in it.
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    String text() {
        return text;
    }

    boolean isRunning() {
        return !child.isOver();
    }

    Optional<Integer> exit() {
        return child.exit();
    }

    /// Waits until it ends, and ends it where it takes too long, prints too much or is broken off.
    End await(Duration most, Stop stop) throws IOException {
        long until = System.nanoTime() + most.toNanos();
        try {
            while (true) {
                Optional<Integer> code = child.await(LOOK);
                if (code.isPresent()) {
                    return new End.Exit(code.get());
                }
                Optional<End> over = over(until, stop);
                if (over.isPresent()) {
                    kill();
                    return over.get();
                }
            }
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
        return printsTooMuch() ? Optional.of(new End.TooMuch()) : Optional.empty();
    }

    boolean printsTooMuch() throws IOException {
        return Files.size(output) > MOST_PRINTED;
    }

    void kill() {
        child.kill();
    }

    /// Where its shell stood at the end, as it really lies, where it came to one.
    Optional<Path> directory() {
        try {
            String there = Files.readString(end).strip();
            return there.isEmpty() ? Optional.empty() : Optional.of(Path.of(there).toRealPath());
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// What it printed.
    String printed() throws IOException {
        return text(bytes(0));
    }

    /// What it printed from a byte on, up to the last whole character.
    Printed printed(long from) throws IOException {
        byte[] bytes = bytes(from);
        int whole = isRunning() ? bytes.length - begun(bytes) : bytes.length;
        return new Printed(text(Arrays.copyOf(bytes, whole)), from + whole);
    }

    /// @param to the byte after it
    record Printed(String text, long to) {}

    private byte[] bytes(long from) throws IOException {
        try (var in = Files.newInputStream(output)) {
            in.skipNBytes(Math.min(from, Files.size(output)));
            return in.readNBytes((int) MOST_PRINTED);
        }
    }

    /// Bytes that are no UTF-8 are shown as such.
    private static String text(byte[] bytes) throws IOException {
        return UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /// How many bytes at the end are the beginning of a character.
    private static int begun(byte[] bytes) {
        for (int back = 1; back <= Math.min(3, bytes.length); back++) {
            int lead = bytes[bytes.length - back] & 0xFF;
            if (lead < 0x80) {
                return 0;
            }
            if (lead >= 0xC0) {
                int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
                return length > back ? back : 0;
            }
        }
        return 0;
    }

    void forget() {
        forget(output, end);
    }

    private static void forget(Path... files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }
}
