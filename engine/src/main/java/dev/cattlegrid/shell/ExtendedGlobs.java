package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.List;

/// Extended patterns: `@(a|b)` and its like.
final class ExtendedGlobs {
    private final Reading reading;
    private final Cursor cursor;

    ExtendedGlobs(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
    }

    /// `@(a|b)` and its like; the cursor stands at the operator.
    void read(Pieces pieces) {
        int start = cursor.at;
        char operator = cursor.charAt(start);
        cursor.at++;
        cursor.peek();
        int open = cursor.at;
        cursor.at++;
        reading.pairs.skip('(', ')', 0, open);
        int end = cursor.at;
        Part part =
                reading.late(
                        () ->
                                new Part.ExtendedGlob(
                                        operator,
                                        alternatives(open + 1, end - 1),
                                        cursor.span(start, end)),
                        () -> new Part.Literal(cursor.text(start, end), cursor.span(start, end)));
        cursor.at = end;
        pieces.add(part);
    }

    private List<Word> alternatives(int from, int to) {
        return reading.within(
                from,
                to,
                () -> {
                    List<Word> found = new ArrayList<>(2);
                    do {
                        found.add(reading.words.read(Words.Context.ALTERNATIVE));
                    } while (cursor.take('|'));
                    return found;
                });
    }
}
