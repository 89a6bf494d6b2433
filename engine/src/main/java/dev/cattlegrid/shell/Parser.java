package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.List;

/// Reads a script the way bash 5.2 does.
public final class Parser {
    /// The longest text that is read, in UTF-16 code units.
    public static final int LONGEST = 1 << 20;

    private Parser() {}

    /// Reads as [Dialect#USUAL]; a text that only has a meaning with extended globs, or that speaks of them,
    /// is read with them.
    ///
    /// @param text at most 1 MiB, in UTF-16 code units; lines end in `\n` (a `\r` is an ordinary character, as in bash)
    /// @return the tree, or the first problem; never throws, whatever the text
    public static Parsed parse(String text) {
        boolean speaksOfThem = text.contains("extglob");
        var first = speaksOfThem ? Dialect.USUAL.withExtendedGlobs() : Dialect.USUAL;
        var parsed = parse(text, first);
        if (parsed instanceof Parsed.Tree || text.length() > LONGEST) {
            return parsed;
        }
        var second = speaksOfThem ? Dialect.USUAL : Dialect.USUAL.withExtendedGlobs();
        return mayHoldExtendedGlob(text) && parse(text, second) instanceof Parsed.Tree tree
                ? tree
                : parsed;
    }

    public static Parsed parse(String text, Dialect dialect) {
        var whole = new Span(0, text.length());
        if (text.length() > LONGEST) {
            return broken(Problem.of("the command is longer than 1 MiB", whole), List.of());
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            return broken(
                    Problem.of("there is a NUL byte in it", new Span(nul, nul + 1)), List.of());
        }
        List<Script.Item> complete = new ArrayList<>();
        var cursor = new Cursor(text.toCharArray(), null, 0, text.length());
        try {
            return new Parsed.Tree(
                    Reading.of(
                            cursor,
                            dialect,
                            new Reading.Nesting(text.length()),
                            reading -> {
                                complete.clear();
                                return reading.lists.wholeText(complete);
                            }));
        } catch (Stop stop) {
            if (stop.isSilent() && dialect.lazy()) {
                return new Parsed.Tree(script(complete));
            }
            return broken(stop.problem(), complete);
        } catch (StackOverflowError _) {
            return broken(Problem.of("it is nested too deep", whole), List.of());
        }
    }

    private static Parsed broken(Problem problem, List<Script.Item> complete) {
        return new Parsed.Broken(problem, script(complete));
    }

    private static Script script(List<Script.Item> complete) {
        int end = complete.isEmpty() ? 0 : complete.getLast().span().end();
        return new Script(complete, new Span(0, end));
    }

    private static boolean mayHoldExtendedGlob(String text) {
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            if (open > 0 && Chars.beginsExtendedGlob(text.charAt(open - 1))) {
                return true;
            }
        }
        return false;
    }
}
