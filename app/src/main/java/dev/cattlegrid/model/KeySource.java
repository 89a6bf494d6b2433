package dev.cattlegrid.model;

import java.nio.file.Path;
import java.util.List;

/// Where the key of a provider is found. The key itself stands in no settings.
public sealed interface KeySource {
    record None() implements KeySource {}

    /// A variable of the environment of a command that a person runs; a hook reads none.
    record Variable(String name) implements KeySource {}

    /// A file that only its owner reads and writes.
    record OwnFile(Path path) implements KeySource {}

    /// A program that prints it.
    ///
    /// @param words its absolute path and its arguments; no shell reads them
    record Command(List<String> words) implements KeySource {
        public Command {
            words = List.copyOf(words);
        }
    }
}
