package dev.cattlegrid.shell;

import dev.cattlegrid.shell.Part.Operation;
import java.util.Optional;

/// `$name` and `${...}`.
final class Parameters {
    private static final Operation PLAIN = new Operation.Plain();

    private final Reading reading;
    private final Cursor cursor;

    Parameters(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
    }

    /// `$name`, `$1`, `$@`; the cursor stands at the dollar, which is plain if nothing of that kind follows.
    void bare(Pieces pieces, int next) {
        int start = cursor.at;
        if (!Chars.isName(next) && !Chars.isSpecialParameter(next)) {
            pieces.plain();
            return;
        }
        cursor.at++;
        String name = Chars.beginsName(next) ? name() : String.valueOf((char) taken());
        pieces.add(
                new Part.Parameter(
                        name,
                        Optional.empty(),
                        false,
                        false,
                        PLAIN,
                        cursor.span(start, cursor.at)));
    }

    private int taken() {
        int c = cursor.peek();
        cursor.at++;
        return c;
    }

    private String name() {
        cursor.peek();
        int start = cursor.at;
        while (Chars.isName(cursor.raw())) {
            cursor.at++;
        }
        int end = cursor.at;
        if (cursor.raw() != '\\' || !Chars.isName(cursor.peek())) {
            cursor.at = end;
            return cursor.text(start, end);
        }
        return cursor.text(start, end) + name();
    }

    /// `${...}`; the cursor stands at the dollar.
    void braced(Pieces pieces, Dollars.Around around) {
        int start = cursor.at;
        cursor.take('$', '{');
        int from = cursor.at;
        int plain = from;
        while (plain < cursor.end && Chars.isName(cursor.charAt(plain))) {
            plain++;
        }
        if (plain > from
                && plain < cursor.end
                && cursor.charAt(plain) == '}'
                && isWhole(from, plain)) {
            cursor.at = plain + 1;
            pieces.add(
                    new Part.Parameter(
                            cursor.text(from, plain),
                            Optional.empty(),
                            false,
                            true,
                            PLAIN,
                            cursor.span(start, cursor.at)));
            return;
        }
        reading.pairs.skip('{', '}', Pairs.BRACE, from - 1);
        int end = cursor.at;
        var span = cursor.span(start, end);
        Part part =
                reading.late(
                        () -> reading.within(from, end - 1, () -> inside(span, around)),
                        () -> new Part.Literal(cursor.text(start, end), span));
        cursor.at = end;
        pieces.add(part);
    }

    private boolean isWhole(int from, int to) {
        if (!Chars.isDigit(cursor.charAt(from))) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (!Chars.isDigit(cursor.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private Part inside(Span span, Dollars.Around around) {
        int start = cursor.at;
        if (cursor.peek() == '#') {
            var length = length(span);
            if (length.isPresent()) {
                return length.get();
            }
            cursor.at = start;
        }
        boolean indirect = cursor.peek() == '!' && namesAnother(cursor.second());
        if (indirect) {
            cursor.at++;
        }
        String name = parameter();
        if (name.isEmpty()) {
            throw bad(span);
        }
        var subscript = subscript(name);
        var operation = operation(span, indirect, around);
        if (cursor.peek() != Cursor.END) {
            throw bad(span);
        }
        return new Part.Parameter(name, subscript, indirect, true, operation, span);
    }

    private static boolean namesAnother(int c) {
        return Chars.isName(c) || c == '#' || c == '@' || c == '*' || c == '!' || c == '$';
    }

    private Optional<Part> length(Span span) {
        cursor.at++;
        if (cursor.peek() == Cursor.END) {
            return Optional.empty();
        }
        String name = parameter();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var subscript = subscript(name);
        if (cursor.peek() != Cursor.END) {
            return Optional.empty();
        }
        return Optional.of(
                new Part.Parameter(name, subscript, false, true, new Operation.Length(), span));
    }

    private String parameter() {
        int c = cursor.peek();
        if (Chars.beginsName(c)) {
            return name();
        }
        if (Chars.isSpecialParameter(c)) {
            return String.valueOf((char) taken());
        }
        var digits = new StringBuilder();
        while (Chars.isDigit(cursor.peek())) {
            digits.append((char) taken());
        }
        return digits.toString();
    }

    private Optional<Word> subscript(String name) {
        if (cursor.peek() != '[' || !Chars.isName(name)) {
            return Optional.empty();
        }
        int open = cursor.at++;
        reading.pairs.skip('[', ']', Pairs.SUBSCRIPT, open);
        return Optional.of(reading.words.subscript(open + 1, cursor.at - 1));
    }

    private Operation operation(Span span, boolean indirect, Dollars.Around around) {
        int c = cursor.peek();
        if (c == Cursor.END) {
            return PLAIN;
        }
        cursor.at++;
        return switch (c) {
            case ':' -> colon(span, around);
            case '-', '=', '?', '+' -> new Operation.Fallback((char) c, false, operand(around));
            case '#', '%' -> new Operation.Trim(doubled(c), pattern());
            case '/' -> replace();
            case '^', ',', '~' -> fold(c);
            case '@', '*' -> at(c, span, indirect);
            default -> throw bad(span);
        };
    }

    private Operation at(int c, Span span, boolean indirect) {
        int kind = cursor.peek();
        if (kind == Cursor.END && indirect) {
            return new Operation.Names((char) c);
        }
        if (c == '@' && kind != Cursor.END && "UuLQEPAKak".indexOf(kind) >= 0) {
            return new Operation.Transform((char) taken());
        }
        throw bad(span);
    }

    private Operation colon(Span span, Dollars.Around around) {
        int c = cursor.peek();
        if (c == '-' || c == '=' || c == '?' || c == '+') {
            cursor.at++;
            return new Operation.Fallback((char) c, true, operand(around));
        }
        int from = cursor.at;
        int to = cursor.end;
        int colon = reading.arithmetic.colon();
        var offset = reading.arithmetic.expression(from, colon);
        if (offset.parts().isEmpty() && colon == to) {
            throw bad(span);
        }
        Optional<Word> length =
                colon == to
                        ? Optional.empty()
                        : Optional.of(reading.arithmetic.expression(colon + 1, to));
        cursor.at = to;
        return new Operation.Substring(offset, length);
    }

    private String doubled(int c) {
        return cursor.take((char) c) ? "" + (char) c + (char) c : String.valueOf((char) c);
    }

    private Operation replace() {
        String operator = "/";
        int c = cursor.peek();
        if (c == '/' || c == '#' || c == '%') {
            cursor.at++;
            operator += (char) c;
        }
        var pattern = reading.words.read(Words.Context.REPLACED);
        Optional<Word> replacement = cursor.take('/') ? Optional.of(pattern()) : Optional.empty();
        return new Operation.Replace(operator, pattern, replacement);
    }

    private Operation fold(int c) {
        String operator = doubled(c);
        return new Operation.Fold(
                operator, cursor.peek() == Cursor.END ? Optional.empty() : Optional.of(pattern()));
    }

    private Word pattern() {
        return reading.words.read(Words.Context.PIECE);
    }

    private Word operand(Dollars.Around around) {
        return around == Dollars.Around.NOTHING
                ? reading.words.read(Words.Context.PIECE)
                : reading.quotes.within(cursor.at, cursor.end, Quotes.Quoting.OPERAND);
    }

    private Stop bad(Span span) {
        return Stop.at(span, "bash knows no such expansion");
    }
}
