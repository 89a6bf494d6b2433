package dev.cattlegrid.shell;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Laws of the parser on generated text: it never throws, spans lie inside the text, and what is printed reads back as
/// the same tree.
final class ShellLawsTest {
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "b",
                    "1",
                    "x=",
                    "a=(",
                    "a[",
                    "]",
                    " ",
                    " ",
                    " ",
                    "\n",
                    "\t",
                    ";",
                    ";;",
                    "&",
                    "&&",
                    "||",
                    "|",
                    "|&",
                    "(",
                    ")",
                    "((",
                    "))",
                    "{ ",
                    "; }",
                    "{",
                    "}",
                    "{a,b}",
                    "{1..3}",
                    "$",
                    "$a",
                    "${",
                    "${a:-",
                    "${a/",
                    "$(",
                    "$((",
                    "$[",
                    "`",
                    "'",
                    "\"",
                    "$'",
                    "$\"",
                    "\\",
                    "\\\n",
                    "#",
                    "!",
                    "!(",
                    "@(",
                    "~",
                    "<",
                    ">",
                    ">>",
                    "<<E\n",
                    "<<-'E'\n",
                    "\nE\n",
                    "<<<",
                    ">&",
                    "2>&1",
                    "&>",
                    "<(",
                    ">(",
                    "[[ ",
                    " ]]",
                    " == ",
                    " =~ ",
                    " -f ",
                    "if ",
                    "then ",
                    "else ",
                    "fi",
                    "for a in ",
                    "do ",
                    "done",
                    "while ",
                    "case a in ",
                    "esac",
                    "function f ",
                    "f() ",
                    "coproc ",
                    "time ",
                    "declare ",
                    "\r",
                    "\u00a0",
                    "é",
                    "😀",
                    "*",
                    "?");

    @Property(tries = 4_000, seed = "20261")
    void anyPieces(@ForAll("pieces") String text) {
        ParserFuzz.hold(text);
    }

    @Property(tries = 1_000, seed = "20261")
    void anyCharacters(@ForAll String text) {
        ParserFuzz.hold(text);
    }

    @Property(tries = 1_000, seed = "20261")
    void anyScript(@ForAll("scripts") String text) {
        if (!(Parser.parse(text, Dialect.USUAL) instanceof Parsed.Tree)) {
            throw new AssertionError("a script by the grammar is not read: " + text);
        }
        ParserFuzz.hold(text);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES).list().ofMaxSize(25).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> scripts() {
        return list(3);
    }

    private static Arbitrary<String> list(int depth) {
        return command(depth)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(commands ->
                        Arbitraries.of("; ", "\n", " && ", " || ", " | ", " & ")
                                .map(joint -> String.join(joint, commands)));
    }

    private static Arbitrary<String> command(int depth) {
        if (depth == 0) {
            return simple(0);
        }
        var list = list(depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(6, simple(depth)),
                Tuple.of(1, list.map(inner -> "{ " + inner + "\n}")),
                Tuple.of(1, list.map(inner -> "( " + inner + "\n)")),
                Tuple.of(
                        1,
                        Combinators.combine(list, list)
                                .as((a, b) -> "if " + a + "\nthen " + b + "\nfi")),
                Tuple.of(
                        1,
                        Combinators.combine(word(depth), list)
                                .as((w, b) -> "for i in " + w + "; do " + b + "\ndone")),
                Tuple.of(
                        1,
                        Combinators.combine(word(depth), list)
                                .as((w, b) -> "case " + w + " in (x | y*) " + b + "\n;; esac")),
                Tuple.of(1, word(depth).map(w -> "[[ -n " + w + " && a == " + w + " ]]")),
                Tuple.of(
                        1,
                        list.map(inner ->
                                "cat <<E" + depth + "\n$(" + inner + "\n)\nE" + depth + "\n:")));
    }

    private static Arbitrary<String> simple(int depth) {
        return word(depth)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(words -> "run " + String.join(" ", words));
    }

    private static Arbitrary<String> word(int depth) {
        var plain =
                Arbitraries.of(
                        "a",
                        "-x",
                        "b.c",
                        "~/d",
                        "'e f'",
                        "\"g $h\"",
                        "\\;",
                        "$i",
                        "${j:-k}",
                        "${l##*/}",
                        "{m,n}",
                        "{1..3}",
                        "$((1 + o))",
                        "$'\\t'",
                        "*.p",
                        "q=r",
                        "${#s[@]}",
                        "\"${t:-\"u\"}\"");
        if (depth == 0) {
            return plain;
        }
        var list = list(depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(8, plain),
                Tuple.of(1, list.map(inner -> "$(" + inner + "\n)")),
                Tuple.of(1, list.map(inner -> "\"$(" + inner + "\n)\"")),
                Tuple.of(1, list.map(inner -> "<(" + inner + "\n)")));
    }
}
