package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.shell.Span;
import java.util.Optional;

/// One argument of a program.
///
/// @param data what went into it: variables, files, the network
/// @param splits whether it may turn out to be any number of words, options among them (an unquoted `$FILES`)
public record Arg(Value value, Data data, boolean splits, Span span) {
    public static Arg exact(String text, Span span) {
        return new Arg(Value.exact(text), Data.spelled(text), false, span);
    }

    public Optional<String> text() {
        return splits ? Optional.empty() : value.known();
    }

    public boolean is(String text) {
        return text().filter(text::equals).isPresent();
    }

    /// Whether it could be read as an option.
    public boolean mayBeOption() {
        String prefix = value.prefix();
        return splits || prefix.isEmpty() && value.known().isEmpty() || prefix.startsWith("-");
    }
}
