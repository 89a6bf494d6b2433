package dev.cattlegrid.effect.program;

import java.util.Optional;

/// Finds what is known of a program: its reader if it has one, else its card.
public final class Programs {
    private Programs() {}

    /// @param name a base name: `git`, `rm`
    public static Optional<Reader> of(String name) {
        return Readers.of(name);
    }
}
