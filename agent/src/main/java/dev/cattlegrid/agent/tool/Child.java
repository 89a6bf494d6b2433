package dev.cattlegrid.agent.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A process with all that it starts, in a session of its own without a terminal and with nothing to read.
interface Child {
    /// How it ended, waited for at most so long; nothing where it goes on.
    Optional<Integer> await(Duration most) throws InterruptedException;

    /// Ends it with all that it started.
    void kill();

    default boolean isOver() {
        return exit().isPresent();
    }

    /// As a shell has it; nothing while it goes on.
    Optional<Integer> exit();

    /// One that may do what this program may do.
    ///
    /// @param output a file that gets what it prints
    static Child free(
            List<String> words, Path directory, Map<String, String> environment, Path output)
            throws IOException {
        var all = new ArrayList<String>();
        if (Files.isExecutable(Free.SETSID)) {
            all.add(Free.SETSID.toString());
        }
        all.addAll(words);
        var builder = new ProcessBuilder(all).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.redirectInput(Path.of("/dev/null").toFile());
        return new Free(builder.start());
    }

    /// One in no sandbox.
    record Free(Process process) implements Child {
        private static final Path SETSID = Path.of("/usr/bin/setsid");

        @Override
        public Optional<Integer> await(Duration most) throws InterruptedException {
            return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(process.exitValue())
                    : Optional.empty();
        }

        @Override
        public Optional<Integer> exit() {
            return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
        }

        /// Also what was left behind when the shell had gone.
        @Override
        public void kill() {
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
    }
}
