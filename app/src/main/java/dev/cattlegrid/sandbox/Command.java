package dev.cattlegrid.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A command line to be run confined.
///
/// @param words the program first; a bare name is looked for in the `PATH` of the environment
/// @param directory in which it starts, absolute
/// @param environment all that it gets
public record Command(
        List<String> words, Path directory, Map<String, String> environment, Streams streams) {
    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /// Where the command reads and writes.
    public enum Streams {
        /// Pipes: one for its input, one for its output, one for its errors.
        PIPED,
        /// Pipes: one for its input, one for its output and errors together.
        MERGED,
        /// This process's own.
        INHERITED
    }

    /// A line for a shell, its output and errors together.
    public static Command shell(String line, Path directory, Map<String, String> environment) {
        return new Command(List.of("/bin/sh", "-c", line), directory, environment, Streams.MERGED);
    }
}
