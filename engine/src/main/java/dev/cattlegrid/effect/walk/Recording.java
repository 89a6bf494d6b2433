package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.shell.Span;
import java.util.Optional;
import java.util.Set;

/// The shell's record of what it was told, and the settings that stop it (bash manual, "Bash History Facilities").
final class Recording {
    private static final Set<String> SIZES = Set.of("HISTSIZE", "HISTFILESIZE", "SAVEHIST");
    private static final Set<String> FILES = Set.of("HISTFILE", "fish_history");

    private Recording() {}

    /// A variable is given a value.
    static Optional<Effect> assigned(String name, Value value, Span span) {
        boolean stops =
                FILES.contains(name) && isNowhere(value)
                        || SIZES.contains(name)
                                && value.known().filter(text -> text.equals("0")).isPresent()
                        || name.equals("HISTCONTROL")
                                && value.known()
                                        .filter(text ->
                                                text.contains("ignorespace")
                                                        || text.contains("ignoreboth"))
                                        .isPresent()
                        || name.equals("HISTIGNORE")
                                && value.known().filter(Recording::isEverything).isPresent();
        return stops ? Optional.of(weakened(name + "=" + value.prefix(), span)) : Optional.empty();
    }

    private static boolean isNowhere(Value value) {
        return value.known()
                .map(text -> text.isEmpty() || text.startsWith("/dev/"))
                .orElse(value.prefix().startsWith("/dev/"));
    }

    private static boolean isEverything(String patterns) {
        return (":" + patterns + ":").contains(":*:");
    }

    /// A variable is taken away.
    static Optional<Effect> unset(String name, Span span) {
        return FILES.contains(name) || SIZES.contains(name)
                ? Optional.of(weakened("unset " + name, span))
                : Optional.empty();
    }

    /// An option of `set -o` or `shopt` is switched.
    static Optional<Effect> option(String name, boolean on, Span span) {
        return !on && (name.equals("history") || name.equals("histappend"))
                ? Optional.of(weakened("no " + name, span))
                : Optional.empty();
    }

    private static Effect weakened(String operation, Span span) {
        return new Effect.Administer(
                "history", operation, "", Effect.Administer.Gravity.WEAKEN, span);
    }
}
