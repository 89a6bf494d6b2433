package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Arithmetic: `((...))`, the fields of `for ((...))`, and expressions within words.
final class Arithmetic {
    private final Reading reading;
    private final Cursor cursor;

    Arithmetic(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
    }

    /// `((expression))`; nothing, and the cursor stays, when it turns out to be a subshell in a subshell.
    Optional<Word> command() {
        int start = cursor.at;
        cursor.take('(');
        cursor.peek();
        int inner = cursor.at;
        cursor.at++;
        reading.pairs.skip('(', ')', Pairs.ARITHMETIC, inner);
        int end = cursor.at;
        if (cursor.raw() == '\n' || cursor.raw() == '\\' && cursor.peek() != '\\') {
            throw Stop.at(
                    cursor.span(start, end),
                    "bash takes no line end right behind `((...)`",
                    "put a blank there");
        }
        cursor.at = end;
        if (cursor.raw() != ')') {
            cursor.at = start;
            return Optional.empty();
        }
        var expression = expression(inner + 1, end - 1);
        cursor.at = end + 1;
        return Optional.of(expression);
    }

    /// The fields of `for ((first; condition; step))`.
    List<Word> fields() {
        cursor.take('(');
        cursor.peek();
        int inner = cursor.at;
        cursor.at++;
        reading.pairs.skip('(', ')', Pairs.ARITHMETIC, inner);
        int end = cursor.at;
        if (cursor.raw() != ')') {
            var place = cursor.span(inner, end);
            throw cursor.raw() == Cursor.END
                    ? Stop.at(place, "`((` has no `))`")
                    : Stop.silent(place, "`((` has no `))`");
        }
        List<Word> fields = new ArrayList<>(3);
        int from = inner + 1;
        while (true) {
            int semicolon = field(from, end - 1);
            fields.add(expression(from, semicolon));
            if (semicolon == end - 1) {
                cursor.at = end + 1;
                return fields;
            }
            from = semicolon + 1;
        }
    }

    private int field(int from, int to) {
        return reading.late(
                () -> {
                    int[] found = {to};
                    reading.within(
                            from,
                            to,
                            () -> {
                                found[0] = semicolon();
                                return found;
                            });
                    return found[0];
                },
                () -> {
                    int plain = from;
                    while (plain < to && cursor.charAt(plain) != ';') {
                        plain++;
                    }
                    return plain;
                });
    }

    private int semicolon() {
        return separator(';');
    }

    /// Where the `:` stands that divides offset and length, else the end; `?:` and parentheses hide theirs.
    int colon() {
        return separator(':');
    }

    private int separator(char separator) {
        boolean dollar = false;
        int parentheses = 0;
        int questions = 0;
        while (true) {
            int c = cursor.peek();
            if (c == Cursor.END || c == separator && parentheses == 0 && questions == 0) {
                return c == separator ? cursor.at : cursor.end;
            }
            int at = cursor.at++;
            if (dollar && (c == '(' || c == '{' || c == '[')) {
                cursor.at = at;
                reading.pairs.expansion(c);
            } else {
                boolean dividing = separator == ':';
                parentheses += dividing && c == '(' ? 1 : c == ')' && parentheses > 0 ? -1 : 0;
                boolean counts = dividing && parentheses == 0;
                questions += counts && c == '?' ? 1 : counts && c == ':' ? -1 : 0;
                reading.pairs.quotes(c, at, dollar);
            }
            dollar = c == '$';
        }
    }

    /// Reads a piece of the text as arithmetic: it expands as in double quotes.
    Word expression(int from, int to) {
        int at = cursor.at;
        var word =
                reading.late(
                        () -> reading.quotes.within(from, to, Quotes.Quoting.ARITHMETIC),
                        () -> reading.words.unread(from, to));
        cursor.at = at;
        return word;
    }
}
