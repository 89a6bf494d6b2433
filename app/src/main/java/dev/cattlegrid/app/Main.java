package dev.cattlegrid.app;

import dev.cattlegrid.daemon.Resident;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Quick;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.screen.Shown;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;

/// The program `cattlegrid`, which hands each subcommand to its room.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, Streams.ofProcess()));
    }

    /// Runs one command line and gives its exit code.
    public static int run(String[] arguments, Streams streams) {
        try {
            Optional<Integer> quick = Quick.run(arguments, streams);
            Optional<Integer> done = quick.isPresent() ? quick : Resident.run(arguments, streams);
            return done.orElseGet(() -> other(arguments, streams));
        } catch (IOException | RuntimeException | Error problem) {
            return ownFailure(problem, arguments, streams);
        } finally {
            streams.out().flush();
            streams.err().flush();
        }
    }

    /// Neither of the quick ones: a subcommand, or for whoever stands before them all.
    private static int other(String[] arguments, Streams streams) {
        boolean known = arguments.length > 0 && Subcommands.NAMES.contains(arguments[0]);
        return known
                ? Subcommands.run(arguments, streams)
                : ServiceLoader.load(Front.class)
                        .findFirst()
                        .filter(front -> front.takes(arguments))
                        .map(front -> front.run(arguments, streams))
                        .orElseGet(() -> Subcommands.run(arguments, streams));
    }

    static int ownFailure(Throwable problem, String[] arguments, Streams streams) {
        say(problem, streams);
        if (Arrays.asList(arguments).contains("--json")) {
            streams.out().println(Json.print(Map.of("error", sentence(problem))));
        }
        return Exit.OWN_FAILURE;
    }

    static void say(Throwable problem, Streams streams) {
        streams.err().println("cattlegrid: " + sentence(problem));
    }

    private static String sentence(Throwable problem) {
        String message =
                Objects.requireNonNullElse(
                        problem.getMessage(), problem.getClass().getSimpleName());
        return Shown.line(message.strip().replaceAll("\\s*\\R\\s*", "; ")).text();
    }
}
