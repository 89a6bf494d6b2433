package dev.cattlegrid.shell;

/// Quotes and escapes.
final class Quotes {
    private final Reading reading;
    private final Cursor cursor;

    Quotes(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
    }

    /// Text that expands as in double quotes: what a backslash escapes in it, and what `"` means.
    enum Quoting {
        /// Between `"` and `"`.
        DOUBLE("$`\"\\"),
        /// The body of a here-document, where `"` is plain.
        HERE_DOCUMENT("$`\\"),
        /// Arithmetic, where `"` is taken away.
        ARITHMETIC("$`\"\\"),
        /// The word of `"${name:-word}"`, where `"` opens quotes within quotes.
        OPERAND("$`\"\\}");

        final String escapable;

        Quoting(String escapable) {
            this.escapable = escapable;
        }
    }

    /// A backslash outside quotes, and the character behind it.
    void escaped(Pieces pieces) {
        int start = cursor.at;
        if (start + 1 >= cursor.end) {
            cursor.at++;
            pieces.add(new Part.Escaped("\\", cursor.span(start, cursor.at)));
            return;
        }
        boolean pair =
                Character.isHighSurrogate(cursor.charAt(start + 1))
                        && start + 2 < cursor.end
                        && Character.isLowSurrogate(cursor.charAt(start + 2));
        cursor.at = start + (pair ? 3 : 2);
        pieces.add(
                new Part.Escaped(cursor.text(start + 1, cursor.at), cursor.span(start, cursor.at)));
    }

    /// `'text'`
    Part single() {
        int start = cursor.at;
        int close = start + 1;
        while (close < cursor.end && cursor.charAt(close) != '\'') {
            close++;
        }
        if (close >= cursor.end) {
            throw unclosed('\'', start);
        }
        cursor.at = close + 1;
        return new Part.SingleQuoted(cursor.text(start + 1, close), cursor.span(start, cursor.at));
    }

    /// `$'text'`; the cursor stands at the quote.
    ///
    /// @param start where the dollar stands
    Part ansi(int start) {
        int open = cursor.at;
        int close = open + 1;
        while (close < cursor.end && cursor.charAt(close) != '\'') {
            close += cursor.charAt(close) == '\\' ? 2 : 1;
        }
        if (close >= cursor.end) {
            throw unclosed('\'', open);
        }
        cursor.at = close + 1;
        return new Part.AnsiQuoted(
                AnsiEscapes.resolved(cursor.text(open + 1, close)), cursor.span(start, cursor.at));
    }

    /// `"parts"`; the cursor stands at the quote.
    ///
    /// @param start where the part begins: the dollar of `$"parts"`, else the quote
    Part doubled(int start, boolean translated) {
        int open = cursor.at;
        reading.enter(open);
        cursor.at++;
        var pieces = new Pieces(cursor);
        collect(pieces, Quoting.DOUBLE);
        if (!cursor.take('"')) {
            throw unclosed('"', open);
        }
        reading.leave();
        return new Part.DoubleQuoted(pieces.parts(), translated, cursor.span(start, cursor.at));
    }

    Stop unclosed(char quote, int open) {
        return Stop.at(
                cursor.span(open, open + 1),
                "unclosed quote `" + quote + "`",
                "close it with another `" + quote + "`");
    }

    /// Reads a piece of the text as if it stood in double quotes.
    Word within(int from, int to, Quoting quoting) {
        return reading.within(
                from,
                to,
                () -> {
                    var pieces = new Pieces(cursor);
                    collect(pieces, quoting);
                    return new Word(pieces.parts(), cursor.span(from, to));
                });
    }

    void collect(Pieces pieces, Quoting quoting) {
        while (true) {
            int c = cursor.peek();
            switch (c) {
                case Cursor.END -> {
                    return;
                }
                case '"' -> {
                    if (quoting == Quoting.DOUBLE) {
                        return;
                    }
                    inner(pieces, quoting);
                }
                case '\\' -> {
                    int next =
                            cursor.at + 1 < cursor.end ? cursor.charAt(cursor.at + 1) : Cursor.END;
                    if (next != Cursor.END && quoting.escapable.indexOf(next) >= 0) {
                        escaped(pieces);
                    } else {
                        pieces.plain();
                        if (next != Cursor.END) {
                            pieces.plain();
                        }
                    }
                }
                case '`' -> reading.dollars.backquotes(pieces, quoting != Quoting.HERE_DOCUMENT);
                case '$' -> reading.dollars.read(pieces, Dollars.Around.QUOTES);
                default -> pieces.plain();
            }
        }
    }

    private void inner(Pieces pieces, Quoting quoting) {
        if (quoting == Quoting.HERE_DOCUMENT) {
            pieces.plain();
        } else {
            pieces.add(doubled(cursor.at, false));
        }
    }
}
