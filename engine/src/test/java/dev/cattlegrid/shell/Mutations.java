package dev.cattlegrid.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Texts that are nearly those of a table: pieces taken out, doubled, put in, or brought from another text.
final class Mutations {
    private static final List<String> PIECES =
            List.of(
                    "'",
                    "\"",
                    "`",
                    "$",
                    "(",
                    ")",
                    "{",
                    "}",
                    "[",
                    "]",
                    "[[ ",
                    " ]]",
                    "((",
                    "))",
                    "$(",
                    "${",
                    "$((",
                    "<<EOF",
                    "\nEOF\n",
                    "\\",
                    "\n",
                    "\\\n",
                    ";",
                    ";;",
                    "&",
                    "&&",
                    "|",
                    "||",
                    "|&",
                    "<",
                    ">",
                    ">>",
                    ">&",
                    "<&",
                    "<(",
                    ">(",
                    "#",
                    " #",
                    "!",
                    " ! ",
                    "=",
                    "a=(",
                    "=~",
                    "==",
                    "*",
                    "?",
                    "@(",
                    "+(",
                    " do ",
                    " done ",
                    " then ",
                    " fi ",
                    " if ",
                    " else ",
                    " case ",
                    " esac ",
                    " in ",
                    " for ",
                    " while ",
                    " function ",
                    " coproc ",
                    " time ",
                    " select ",
                    "{ ",
                    "; }",
                    "~",
                    "%",
                    "/",
                    ":",
                    "-",
                    "$'",
                    "$\"",
                    "<<<",
                    "<<-",
                    "\t",
                    "2>",
                    "2>&1",
                    "&>",
                    "{a,b}",
                    "x",
                    "1",
                    "EOF",
                    " ",
                    "declare ",
                    "export a=(",
                    "$[",
                    ",",
                    "..",
                    "^",
                    "0<");

    private final Random random;
    private final List<String> texts;

    private Mutations(Random random, List<String> texts) {
        this.random = random;
        this.texts = texts;
    }

    /// @return that many different texts, the same ones for the same seed
    static List<String> of(List<String> texts, long seed, int count) {
        var mutations = new Mutations(new Random(seed), texts);
        Set<String> found = new LinkedHashSet<>();
        while (found.size() < count) {
            String text = mutations.any();
            for (int changes = 1 + mutations.random.nextInt(3); changes > 0; changes--) {
                text = mutations.changed(text);
            }
            found.add(text);
        }
        return List.copyOf(found);
    }

    private String any() {
        return texts.get(random.nextInt(texts.size()));
    }

    private String changed(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + 1 + random.nextInt(8));
        String before = text.substring(0, at);
        return switch (random.nextInt(5)) {
            case 0 -> before + text.substring(to);
            case 1, 2 -> before + PIECES.get(random.nextInt(PIECES.size())) + text.substring(at);
            case 3 -> text.substring(0, to) + text.substring(at);
            default -> {
                String other = any();
                int from = random.nextInt(other.length() + 1);
                yield before
                        + other.substring(from, from + random.nextInt(other.length() - from + 1))
                        + text.substring(at);
            }
        };
    }
}
