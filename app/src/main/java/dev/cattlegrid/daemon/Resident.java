package dev.cattlegrid.daemon;

import dev.cattlegrid.audit.Home;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Hooks;
import dev.cattlegrid.door.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// `daemon run`, read without the library for command lines: a launcher waits for it, with an agent behind that.
///
/// Only its plain spelling; any other goes the usual way, which also says what is wrong with it.
public final class Resident {
    static final Duration IDLE = Duration.ofMinutes(30);

    /// How long a daemon that is about to end may take.
    private static final Duration TURN = Duration.ofSeconds(30);

    private Resident() {}

    /// @return the exit code, or nothing where the command line is not that one
    public static Optional<Integer> run(String[] arguments, Streams streams) throws IOException {
        boolean plain =
                arguments.length >= 2
                        && arguments[0].equals("daemon")
                        && arguments[1].equals("run");
        if (plain && arguments.length == 2) {
            return Optional.of(serve(Optional.empty(), IDLE, streams));
        }
        if (plain && arguments.length == 4 && arguments[2].equals("--home")) {
            return Optional.of(serve(Optional.of(Path.of(arguments[3])), IDLE, streams));
        }
        return Optional.empty();
    }

    /// Is the daemon until it is over.
    ///
    /// @param home a home other than the one in the password database
    static int serve(Optional<Path> home, Duration idle, Streams streams) throws IOException {
        Hooks hooks = Hooks.of(home);
        Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    Hooks.warmUp();
                    hooks.readAhead();
                });
        var daemon = new Daemon(of(home), hooks, idle, Stamp.ofThisProgram());
        if (!daemon.serve(TURN)) {
            streams.err().println("cattlegrid: another daemon is running");
        }
        return Exit.ALLOW;
    }

    static RunDirectory of(Optional<Path> home) {
        Path ours = home.map(path -> path.toAbsolutePath().normalize()).orElseGet(Home::directory);
        return new RunDirectory(new Store(ours.resolve(Store.IN_HOME)));
    }
}
