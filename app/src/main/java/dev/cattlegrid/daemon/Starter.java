package dev.cattlegrid.daemon;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Starts and ends the daemon of a home, and asks it how it is.
///
/// @param home of the user, absolute
public record Starter(RunDirectory run, Path home) {
    private static final Duration START = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /// As it ends, calls under way are answered first.
    private static final Duration END = Duration.ofSeconds(30);

    /// What asking comes to.
    public sealed interface Asked {
        record Said(Fields values) implements Asked {}

        record Absent() implements Asked {}

        /// It is there and does not answer.
        record Silent() implements Asked {}
    }

    /// @param home of a user
    public static Starter of(Path home) {
        Path there = home.toAbsolutePath().normalize();
        return new Starter(new RunDirectory(new Store(there.resolve(Store.IN_HOME))), there);
    }

    public Asked status() throws IOException {
        Asked asked = ask("status");
        return asked instanceof Asked.Absent ? withoutSocket() : asked;
    }

    /// Starts one, and waits until it answers or is late.
    Asked start() throws IOException {
        String launcher = System.getProperty("cattlegrid.launcher", "");
        if (launcher.isEmpty()) {
            throw new IOException(
                    "it is not known where the launcher lies; run `./cattlegrid daemon start` instead of the jar");
        }
        new ProcessBuilder(launcher, "daemon", "spawn", "--home", home.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long until = System.nanoTime() + START.toNanos();
        Asked asked = status();
        while (asked instanceof Asked.Absent && System.nanoTime() - until < 0) {
            pause();
            asked = status();
        }
        return asked;
    }

    /// Ends it. One that does not do so by itself is killed: what it has not answered, its launchers refuse.
    ///
    /// @return whether there was one
    public boolean stop() throws IOException {
        Optional<Plate> plate = run.plateThere();
        return switch (ask("stop")) {
            case Asked.Said(var values) -> {
                long pid = values.number("pid").orElse(0).longValue();
                ProcessHandle.of(pid).ifPresent(process -> end(process, END));
                yield true;
            }
            case Asked.Silent _ -> {
                Optional<ProcessHandle> process = plate.flatMap(Starter::process);
                process.ifPresent(there -> end(there, Duration.ZERO));
                yield process.isPresent();
            }
            case Asked.Absent _ -> {
                Optional<ProcessHandle> process = plate.flatMap(Starter::process);
                process.filter(ProcessHandle::destroy).ifPresent(there -> end(there, END));
                yield process.isPresent();
            }
        };
    }

    private static void end(ProcessHandle process, Duration wait) {
        try {
            process.onExit().get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException problem) {
            throw new IllegalStateException(problem);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The process that a plate names, if it is still a daemon of ours: numbers of processes come again.
    private static Optional<ProcessHandle> process(Plate plate) {
        return ProcessHandle.of(plate.pid())
                .filter(process ->
                        process.info().arguments().stream()
                                .flatMap(Arrays::stream)
                                .anyMatch("daemon"::equals));
    }

    private Asked ask(String what) throws IOException {
        Optional<DaemonClient> client = DaemonClient.to(run.socket());
        if (client.isEmpty()) {
            return new Asked.Absent();
        }
        try (DaemonClient open = client.get()) {
            var answer =
                    CompletableFuture.supplyAsync(
                            () -> answer(open, what), Thread::startVirtualThread);
            return new Asked.Said(answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException _) {
            return new Asked.Silent();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    /// What its plate says of one whose home lies too deep for a socket.
    private Asked withoutSocket() {
        return run.plateThere()
                .filter(plate -> process(plate).isPresent())
                .<Asked>map(plate ->
                        new Asked.Said(
                                new Fields(
                                        Map.of(
                                                "pid",
                                                plate.pid(),
                                                "stamp",
                                                plate.stamp().seconds()))))
                .orElseGet(Asked.Absent::new);
    }

    private static Fields answer(DaemonClient client, String what) {
        try {
            return client.ask(Map.of("do", what));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
