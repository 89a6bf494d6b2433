package dev.cattlegrid.shell;

import dev.cattlegrid.shell.Part.CommandSubstitution.Style;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What begins with `$`, and the older and younger forms of command substitution.
final class Dollars {
    private final Reading reading;
    private final Cursor cursor;

    /// Substitutions already read while the end of something around them was looked for.
    private final Map<Integer, Done> done = new HashMap<>();

    private record Done(Script script, int end) {}

    Dollars(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
    }

    /// What stands around an expansion.
    enum Around {
        NOTHING,
        QUOTES
    }

    /// Reads the expansion at the cursor's `$`; a lone dollar is a plain character.
    void read(Pieces pieces, Around around) {
        int start = cursor.at;
        int next = cursor.second();
        switch (next) {
            case '(' -> {
                cursor.take('$');
                parenthesis(pieces, start);
            }
            case '{' -> reading.parameters.braced(pieces, around);
            case '[' -> {
                cursor.take('$', '[');
                int from = cursor.at;
                reading.pairs.skip('[', ']', Pairs.ARITHMETIC, from - 1);
                arithmetic(pieces, start, from, cursor.at - 1);
            }
            case '\'', '"' -> quote(pieces, start, next, around);
            default -> reading.parameters.bare(pieces, next);
        }
    }

    private void quote(Pieces pieces, int start, int next, Around around) {
        if (around == Around.QUOTES) {
            pieces.plain();
            return;
        }
        cursor.take('$');
        cursor.peek();
        pieces.add(next == '\'' ? reading.quotes.ansi(start) : reading.quotes.doubled(start, true));
    }

    /// `$(` or `$((`; the cursor stands at the parenthesis.
    private void parenthesis(Pieces pieces, int start) {
        cursor.peek();
        int open = cursor.at;
        if (cursor.second() != '(') {
            var script = script();
            pieces.add(
                    new Part.CommandSubstitution(
                            script, Style.PARENTHESES, cursor.span(start, cursor.at)));
            return;
        }
        cursor.at = open + 1;
        cursor.peek();
        int innerOpen = cursor.at;
        cursor.at = open + 1;
        int innerEnd = reading.pairs.skipBoth(open, innerOpen);
        if (cursor.pastContinuations(innerEnd) == cursor.at - 1) {
            arithmetic(pieces, start, innerOpen + 1, innerEnd - 1);
        } else {
            lateSubstitution(pieces, start, open + 1, cursor.at - 1);
        }
    }

    private void arithmetic(Pieces pieces, int start, int from, int to) {
        int end = cursor.at;
        var expression = reading.arithmetic.expression(from, to);
        cursor.at = end;
        pieces.add(new Part.ArithmeticExpansion(expression, cursor.span(start, end)));
    }

    /// `$((` that turns out to hold commands; bash looks at them only when it runs them.
    private void lateSubstitution(Pieces pieces, int start, int from, int to) {
        int end = cursor.at;
        Part part =
                reading.late(
                        () -> {
                            var script = reading.inside(cursor.over(from, to));
                            return new Part.CommandSubstitution(
                                    script, Style.PARENTHESES, cursor.span(start, end));
                        },
                        () -> new Part.Literal(cursor.text(start, end), cursor.span(start, end)));
        cursor.at = end;
        pieces.add(part);
    }

    /// `(script)` behind `$`, `<` or `>`; the cursor stands at the parenthesis.
    Script script() {
        int open = cursor.at;
        var known = done.get(open);
        if (known != null) {
            cursor.at = known.end();
            return known.script();
        }
        cursor.take('(');
        int outer = reading.hereDocuments.beginSubstitution();
        var script = reading.lists.any(true);
        reading.compounds.closeParenthesis(open);
        reading.hereDocuments.endSubstitution(outer);
        if (reading.pairs.areLooking()) {
            done.put(open, new Done(script, cursor.at));
        }
        return script;
    }

    /// `<(script)` or `>(script)`
    Part processSubstitution() {
        int start = cursor.at;
        boolean output = cursor.peek() == '>';
        cursor.at++;
        cursor.peek();
        if (cursor.second() != '(') {
            return new Part.ProcessSubstitution(script(), output, cursor.span(start, cursor.at));
        }
        int open = cursor.at;
        cursor.at++;
        reading.pairs.skip('(', ')', Pairs.ARITHMETIC, open);
        int end = cursor.at;
        var nothing = new Script(List.of(), cursor.span(open + 1, end - 1));
        var script =
                reading.late(() -> reading.inside(cursor.over(open + 1, end - 1)), () -> nothing);
        cursor.at = end;
        return new Part.ProcessSubstitution(script, output, cursor.span(start, end));
    }

    /// `` `script` ``; bash takes one layer of backslashes away and reads the rest when it runs it.
    ///
    /// @param quoted whether it stands in double quotes, where `\"` loses its backslash too
    void backquotes(Pieces pieces, boolean quoted) {
        int start = cursor.at;
        reading.pairs.skipBackquotes();
        int end = cursor.at;
        Part part =
                reading.late(
                        () -> {
                            var inner = Backquotes.unescaped(cursor, start + 1, end - 1, quoted);
                            var script = reading.inside(inner);
                            return new Part.CommandSubstitution(
                                    script, Style.BACKQUOTES, cursor.span(start, end));
                        },
                        () -> new Part.Literal(cursor.text(start, end), cursor.span(start, end)));
        cursor.at = end;
        pieces.add(part);
    }
}
