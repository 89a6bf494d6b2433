package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Names of array elements whose subscript the shell expands once more, commands in it included: `test -v 'a[$(x)]'`.
///
/// Source: bash manual, 6.5 and 6.7; bash(1), `assoc_expand_once`.
final class Subscripts {
    /// Builtins that take names of variables, or numbers, as words.
    private static final Set<String> NAMING =
            Set.of(
                    "test",
                    "[",
                    "printf",
                    "unset",
                    "read",
                    "declare",
                    "typeset",
                    "local",
                    "export",
                    "readonly",
                    "let",
                    "mapfile",
                    "readarray",
                    "wait",
                    "getopts");

    private static final Gap RUNS = new Gap.Unread("a subscript that runs a command");

    private Subscripts() {}

    static void look(String builtin, List<Arg> args, Walk walk, Span span) {
        if (NAMING.contains(builtin)) {
            args.forEach(arg -> look(arg.text(), walk, span));
        }
    }

    static void look(Optional<String> text, Walk walk, Span span) {
        text.filter(Subscripts::runs).ifPresent(_ -> walk.unknown(RUNS, span));
    }

    /// Whether a text is, or begins with, an element of an array whose subscript holds a command.
    private static boolean runs(String text) {
        int open = text.indexOf('[');
        if (open <= 0 || text.indexOf("$(", open) < 0 && text.indexOf('`', open) < 0) {
            return false;
        }
        return text.substring(0, open)
                .chars()
                .allMatch(c -> c == '_' || c < 128 && Character.isLetterOrDigit(c) || c == ' ');
    }
}
