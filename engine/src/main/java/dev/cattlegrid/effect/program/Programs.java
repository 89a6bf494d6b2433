package dev.cattlegrid.effect.program;

import java.util.Optional;

/// Finds what is known of a program: its reader if it has one, else its card.
public final class Programs {
    private Programs() {}

    /// @param name a base name: `git`, `rm`, `python3.12`
    public static Optional<Reader> of(String name) {
        return find(name)
                .or(() -> find(withoutVersion(name)))
                .map(Chosen::naming)
                .map(Escapes::watching);
    }

    /// The same for a file that is started by its path: what its environment brings into it counts as well.
    public static Reader watching(Reader reader) {
        return Escapes.watching(reader);
    }

    private static Optional<Reader> find(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Readers.of(name)
                .or(() -> Readers.of(Cards.programOf(name)))
                .or(() -> Cards.of(name).map(reader -> reader));
    }

    /// `python` of `python3.12`, `gcc` of `gcc-12`; empty where there is no version.
    private static String withoutVersion(String name) {
        int end = name.length();
        while (end > 0
                && (Character.isDigit(name.charAt(end - 1)) || name.charAt(end - 1) == '.')) {
            end--;
        }
        if (end == name.length() || end == 0) {
            return "";
        }
        return name.substring(0, name.charAt(end - 1) == '-' ? end - 1 : end);
    }
}
