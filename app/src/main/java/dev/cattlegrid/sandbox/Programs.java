package dev.cattlegrid.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the program that a command names, as a shell would.
final class Programs {
    private static final String USUAL = "/usr/local/bin:/usr/bin:/bin";

    private Programs() {}

    /// @return absolute; nothing where there is none
    static Optional<Path> find(Command command) {
        String name = command.words().getFirst();
        if (name.indexOf('/') >= 0) {
            return Optional.of(command.directory().resolve(name)).filter(Files::exists);
        }
        for (String directory : command.environment().getOrDefault("PATH", USUAL).split(":", -1)) {
            Path at = command.directory().resolve(directory).resolve(name);
            if (Files.isRegularFile(at) && Files.isExecutable(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
