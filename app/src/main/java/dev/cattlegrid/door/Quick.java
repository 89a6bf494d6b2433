package dev.cattlegrid.door;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.host.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The command lines that somebody waits at, read without the library for command lines: that takes longer to start than
/// a decision takes to make.
///
/// Only the plain spellings of `check COMMAND` and `hook HOST`; any other goes the usual way, which also says what is
/// wrong with it.
public final class Quick {
    private Quick() {}

    /// @return the exit code, or nothing where the command line is not one of these
    public static Optional<Integer> run(String[] arguments, Streams streams) throws IOException {
        if (arguments.length < 2) {
            return Optional.empty();
        }
        return switch (arguments[0]) {
            case "check" -> check(arguments).map(check -> check.run(streams));
            case "hook" -> hook(arguments, streams);
            default -> Optional.empty();
        };
    }

    private static Optional<Check> check(String[] arguments) {
        Optional<String> directory = Optional.empty();
        Optional<String> command = Optional.empty();
        boolean real = true;
        boolean headless = false;
        boolean json = false;
        for (int i = 1; i < arguments.length; i++) {
            boolean more = i + 1 < arguments.length && isPlain(arguments[i + 1]);
            switch (arguments[i]) {
                case "--json" -> json = true;
                case "--headless" -> headless = true;
                case "--cwd" -> {
                    if (!more) {
                        return Optional.empty();
                    }
                    directory = Optional.of(arguments[++i]);
                }
                case "--world" -> {
                    boolean assumed = more && arguments[i + 1].equals("assumed");
                    if (!assumed && !(more && arguments[i + 1].equals("real"))) {
                        return Optional.empty();
                    }
                    real = !assumed;
                    i++;
                }
                default -> {
                    if (command.isPresent() || !isPlain(arguments[i])) {
                        return Optional.empty();
                    }
                    command = Optional.of(arguments[i]);
                }
            }
        }
        Optional<String> where = directory;
        boolean looks = real;
        boolean alone = headless;
        boolean asJson = json;
        return command.map(text ->
                new Check(
                        where,
                        looks,
                        Optional.empty(),
                        Origin.Mode.AUTO,
                        alone,
                        asJson,
                        new Check.What.Command(text)));
    }

    /// Neither an option nor the name of a file with arguments.
    private static boolean isPlain(String argument) {
        return !argument.isEmpty() && argument.charAt(0) != '-' && argument.charAt(0) != '@';
    }

    private static Optional<Integer> hook(String[] arguments, Streams streams) throws IOException {
        Optional<Host> host = Host.of(arguments[1]);
        Optional<Path> home = Optional.empty();
        boolean headless = false;
        for (int i = 2; i < arguments.length; i++) {
            boolean more = i + 1 < arguments.length && isPlain(arguments[i + 1]);
            if (arguments[i].equals("--headless")) {
                headless = true;
            } else if (arguments[i].equals("--home") && more) {
                home = Optional.of(Path.of(arguments[++i]));
            } else {
                return Optional.empty();
            }
        }
        if (host.isEmpty()) {
            return Optional.empty();
        }
        new Hooked(host.get(), home, headless).run(streams);
        return Optional.of(Exit.ALLOW);
    }
}
