package dev.cattlegrid.effect.walk;

import dev.cattlegrid.shell.Parsed;
import dev.cattlegrid.shell.Parser;
import dev.cattlegrid.shell.Script;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A piece of a script: the shell refuses it, whole lines before the mistake aside. It is read as what it would be if what is
/// missing at its beginning or end stood there, which is more than could run.
///
/// What another shell of this family takes for whole is no piece: in `zshmisc(1)` ("Alternate forms for complex commands",
/// `IGNORE_CLOSE_BRACES`) a brace ends a list wherever it stands, so what lacks one stays unread, and nothing that is added may
/// turn a command into the words of another.
final class Fragments {
    private static final int LONGEST = 8_192;

    /// A command whose end nobody knows, so that all that hangs on it is read.
    private static final String EITHER = "read -r piece";

    private static final List<String> BEGINNINGS =
            List.of("if " + EITHER + "; then :;\n", "while " + EITHER + "; do :;\n", "(\n");

    private static final List<String> OPERATORS = List.of("&&", "||", "|");

    private static final List<String> ENDS =
            List.of(
                    "'",
                    "\"",
                    ")",
                    "\n)",
                    "\nfi",
                    "\ndone",
                    "\nesac",
                    "`",
                    " /dev/null",
                    "\n:",
                    "\n:\nfi",
                    "\n:\ndone",
                    "; then :; fi",
                    "; do :; done");

    private Fragments() {}

    /// The script that a broken text is a piece of, if a little makes it whole.
    static Optional<Script> completed(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> begun = beginnings(text).map(beginning -> beginning + text).toList();
        return ended(text)
                .or(() -> begun.stream().flatMap(whole -> parsed(whole).stream()).findFirst())
                .or(() -> ENDS.stream().flatMap(end -> ended(text + end).stream()).findFirst())
                .or(() -> begun.stream().flatMap(whole -> ended(whole).stream()).findFirst());
    }

    private static Stream<String> beginnings(String text) {
        String first = text.stripLeading();
        return OPERATORS.stream().anyMatch(first::startsWith)
                ? Stream.of(EITHER + " ")
                : BEGINNINGS.stream();
    }

    private static Optional<Script> ended(String text) {
        return ENDS.stream().flatMap(end -> parsed(text + end).stream()).findFirst();
    }

    private static Optional<Script> parsed(String text) {
        return Parser.parse(text) instanceof Parsed.Tree(var script)
                ? Optional.of(script)
                : Optional.empty();
    }
}
