package dev.cattlegrid.agent.tool;

import dev.cattlegrid.sandbox.Command;
import dev.cattlegrid.sandbox.Confined;
import dev.cattlegrid.sandbox.Ended;
import dev.cattlegrid.sandbox.Launch;
import dev.cattlegrid.sandbox.Plan;
import dev.cattlegrid.sandbox.Running;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A process in the session's sandbox. What it prints comes through a pipe, so that it gets no file of ours.
///
/// @param reader copies what it prints until its end
record Sheltered(Running running, Thread reader) implements Child {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    /// @param output a file that gets what it prints
    /// @throws IOException in one sentence, where it cannot be confined and so does not run
    static Child start(
            Plan.Ready plan,
            List<String> words,
            Path directory,
            Map<String, String> environment,
            Path output)
            throws IOException {
        var command = new Command(words, directory, environment, Command.Streams.MERGED);
        return switch (started(plan, command)) {
            case Launch.Failed(var _, var why) ->
                    throw new IOException("it was not run in the sandbox: " + why);
            case Launch.Started(var running) -> {
                running.in().close();
                OutputStream to = Files.newOutputStream(output);
                yield new Sheltered(
                        running,
                        Thread.ofPlatform()
                                .daemon()
                                .name("printed")
                                .start(() -> copy(running.out(), to)));
            }
        };
    }

    private static Launch started(Plan.Ready plan, Command command) throws IOException {
        try {
            return Confined.start(plan, command);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IOException("it was broken off before it ran", problem);
        }
    }

    /// More than is ever shown is read and dropped, so that the command does not wait for a reader.
    private static void copy(InputStream from, OutputStream to) {
        byte[] piece = new byte[1 << 14];
        long copied = 0;
        try (from;
                to) {
            for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
                if (copied <= dev.cattlegrid.agent.tool.Command.MOST_PRINTED) {
                    to.write(piece, 0, read);
                    copied += read;
                }
            }
        } catch (IOException _) {
            // The pipe is gone, or the disk is full: what was copied is what there is.
        }
    }

    @Override
    public Optional<Integer> await(Duration most) throws InterruptedException {
        Optional<Integer> code = running.waitFor(most).map(Ended::code);
        if (code.isPresent()) {
            reader.join(LAST_WORDS);
        }
        return code;
    }

    @Override
    public Optional<Integer> exit() {
        try {
            return running.isOver() ? Optional.of(running.waitFor().code()) : Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void kill() {
        running.kill();
    }
}
