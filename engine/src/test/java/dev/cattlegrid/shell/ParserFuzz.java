package dev.cattlegrid.shell;

import java.nio.charset.StandardCharsets;

/// What has to hold for any text; the target that Jazzer runs (docs/shell.md says how).
public final class ParserFuzz {
    private static final int LONGEST = 4096;

    private ParserFuzz() {}

    /// Jazzer calls it with bytes of its own making. Every text is read, in one dialect or the other; one in eight goes
    /// through all the laws, which take ten times as long.
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length > LONGEST) {
            return;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        int choice = text.hashCode();
        var dialect = (choice & 1) == 0 ? Dialect.USUAL : Dialect.USUAL.withExtendedGlobs();
        if ((choice & 14) == 0) {
            hold(text, dialect);
        } else if (Parser.parse(text, dialect) instanceof Parsed.Broken(var problem, _)) {
            Spans.check(problem.span(), text.length());
        }
    }

    static void hold(String text) {
        hold(text, Dialect.USUAL);
        hold(text, Dialect.USUAL.withExtendedGlobs());
        boolean understood = Parser.parse(text, Dialect.USUAL) instanceof Parsed.Tree;
        if (understood && !(Parser.parse(text, Dialect.SYNTAX_ONLY) instanceof Parsed.Tree)) {
            throw new AssertionError("read, but `bash -n` would not take it: " + text);
        }
    }

    /// Fails with an error that names the law.
    private static void hold(String text, Dialect dialect) {
        switch (Parser.parse(text, dialect)) {
            case Parsed.Tree(var script) -> {
                Spans.check(script, text.length());
                Commands.of(script, text);
                readsBack(script, dialect);
            }
            case Parsed.Broken(var problem, var upToThere) -> {
                Spans.check(problem, text.length());
                Spans.check(upToThere, text.length());
            }
        }
    }

    private static void readsBack(Script script, Dialect dialect) {
        String printed = Printer.print(script);
        if (printed.length() > Parser.LONGEST) {
            return;
        }
        var again = Parser.parse(printed, dialect);
        if (!(again instanceof Parsed.Tree(var same))) {
            throw new AssertionError("printed, but not read again: " + printed);
        }
        if (!Shape.of(same).equals(Shape.of(script))) {
            throw new AssertionError("printed, but read as something else: " + printed);
        }
    }
}
