package dev.cattlegrid.effect.walk;

import dev.cattlegrid.shell.Parsed;
import dev.cattlegrid.shell.Parser;
import dev.cattlegrid.shell.Script;
import java.util.List;
import java.util.Optional;

/// Half a script: the shell would refuse it, whole lines before the mistake aside. It is read as what it would be if
/// what is missing at its beginning or end stood there, which is more than could run.
final class Fragments {
    private static final int LONGEST = 8_192;

    /// A command whose end nobody knows, so that all that hangs on it is read.
    private static final String EITHER = "read -r half_a_script";

    private static final List<String> BEFORE =
            List.of(
                    "if " + EITHER + "; then :;\n",
                    "while " + EITHER + "; do :;\n",
                    EITHER + " ",
                    "(\n",
                    "{\n",
                    EITHER + "; case $half_a_script in\n");

    private static final List<String> AFTER =
            List.of(
                    "'",
                    "\"",
                    ")",
                    "\n)",
                    "\n}",
                    "\nfi",
                    "\ndone",
                    "\nesac",
                    "}",
                    "`",
                    " /dev/null",
                    "\n:",
                    "\n:\nfi",
                    "\n:\ndone",
                    "; then :; fi",
                    "; do :; done");

    private Fragments() {}

    /// The script that a broken text is half of, if a little makes it whole.
    static Optional<Script> completed(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        for (String after : AFTER) {
            if (Parser.parse(text + after) instanceof Parsed.Tree(var script)) {
                return Optional.of(script);
            }
        }
        for (String before : BEFORE) {
            if (Parser.parse(before + text) instanceof Parsed.Tree(var script)) {
                return Optional.of(script);
            }
        }
        return both(text);
    }

    private static Optional<Script> both(String text) {
        for (String first : AFTER) {
            for (String second : AFTER) {
                if (Parser.parse(text + first + second) instanceof Parsed.Tree(var script)) {
                    return Optional.of(script);
                }
            }
        }
        for (String before : BEFORE) {
            for (String after : AFTER) {
                if (Parser.parse(before + text + after) instanceof Parsed.Tree(var script)) {
                    return Optional.of(script);
                }
            }
        }
        return Optional.empty();
    }
}
