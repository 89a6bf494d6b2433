package dev.cattlegrid.shell;

import java.util.List;

/// Words outside quotes.
final class Words {
    private final Reading reading;
    private final Cursor cursor;

    Words(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
    }

    /// Where a word stands decides what its characters mean.
    enum Context {
        COMMAND(true),
        ARGUMENT(true),
        DECLARATION(true),
        ELEMENT(true),
        VALUE(false),
        HERE_STRING(false),
        /// Behind `[subscript]=` among the values of an array.
        ELEMENT_VALUE(false),
        DELIMITER(false),
        /// The subject or a pattern of `case`, an operand in `[[ ]]`.
        PATTERN(false),
        /// The right side of `==` in `[[ ]]`, where extended globs are always on.
        EXTENDED_PATTERN(false),
        REGEX(false),
        /// A piece of another word, up to its end: blanks and operators are plain.
        PIECE(false),
        /// The same up to a `|`.
        ALTERNATIVE(false),
        /// The same up to a `/`.
        REPLACED(false);

        final boolean expandsBraces;

        Context(boolean expandsBraces) {
            this.expandsBraces = expandsBraces;
        }

        boolean isPiece() {
            return this == PIECE || this == ALTERNATIVE || this == REPLACED;
        }
    }

    /// Whether a word can begin here.
    boolean beginsPlainly() {
        int next = cursor.peek();
        return next != '#' && (!Chars.endsWord(next) || beginsProcessSubstitution());
    }

    boolean beginsProcessSubstitution() {
        int next = cursor.peek();
        return (next == '<' || next == '>') && cursor.second() == '(';
    }

    /// The text, as written but without line continuations, of the word that has just been read.
    String written(int start) {
        String text = cursor.text(start, cursor.at);
        return text.indexOf('\n') < 0 ? text : text.replace("\\\n", "");
    }

    /// Reads the word that begins here; only [Context#VALUE] and pieces can be empty.
    Word read(Context context) {
        cursor.peek();
        int start = cursor.at;
        int run = plainRun(start);
        if (run > start
                && context != Context.REGEX
                && context != Context.REPLACED
                && (run == cursor.end
                        || Chars.endsWord(cursor.charAt(run)) && !isSubstitutionAt(run))) {
            cursor.at = run;
            if (!context.isPiece() || run == cursor.end) {
                var span = cursor.span(start, run);
                return new Word(List.of(new Part.Literal(cursor.text(start, run), span)), span);
            }
            cursor.at = start;
        }
        var pieces = new Pieces(cursor);
        collect(pieces, context);
        var parts = Tildes.in(pieces.parts(), context);
        if (pieces.braces && context.expandsBraces) {
            parts = new Braces(reading).in(parts);
        }
        return new Word(parts, cursor.span(start, cursor.at));
    }

    /// How far nothing but characters without any meaning goes.
    private int plainRun(int from) {
        int i = from;
        while (i < cursor.end && isInert(cursor.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isInert(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '/'
                || c == '.'
                || c == '_'
                || c == ','
                || c == ':'
                || c == '%'
                || c > 127;
    }

    private boolean isSubstitutionAt(int index) {
        char c = cursor.charAt(index);
        return (c == '<' || c == '>') && index + 1 < cursor.end && cursor.charAt(index + 1) != ' ';
    }

    private void collect(Pieces pieces, Context context) {
        boolean extended =
                reading.dialect.extendedGlobs()
                        || context == Context.EXTENDED_PATTERN
                        || context == Context.ALTERNATIVE;
        int parentheses = 0;
        while (true) {
            int c = cursor.peek();
            if (c == Cursor.END
                    || !context.isPiece() && ends(c, context)
                    || stops(c, context, parentheses)) {
                return;
            }
            if (context.isPiece()) {
                parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (extended && Chars.beginsExtendedGlob(c) && cursor.second() == '(') {
                reading.extendedGlobs.read(pieces);
            } else {
                one(pieces, c, context);
            }
        }
    }

    private boolean ends(int c, Context context) {
        if (!Chars.endsWord(c)) {
            return false;
        }
        return !beginsProcessSubstitution()
                && !(context == Context.REGEX && (c == '(' || c == '|'));
    }

    private static boolean stops(int c, Context context, int parentheses) {
        return c == '|' && context == Context.ALTERNATIVE && parentheses <= 0
                || c == '/' && context == Context.REPLACED;
    }

    private void one(Pieces pieces, int c, Context context) {
        switch (c) {
            case '\\' -> reading.quotes.escaped(pieces);
            case '\'' -> pieces.add(reading.quotes.single());
            case '"' -> pieces.add(reading.quotes.doubled(cursor.at, false));
            case '`' -> reading.dollars.backquotes(pieces, false);
            case '$' -> reading.dollars.read(pieces, Dollars.Around.NOTHING);
            case '<', '>' -> angle(pieces);
            case '(' -> parenthesis(pieces, context);
            case '[' -> bracket(pieces, context);
            case '=' -> equalsSign(pieces, context);
            case '{' -> {
                pieces.braces = true;
                pieces.plain();
            }
            default -> pieces.plain();
        }
    }

    private void angle(Pieces pieces) {
        if (cursor.second() == '(') {
            pieces.add(reading.dollars.processSubstitution());
        } else {
            pieces.plain();
        }
    }

    /// In a regular expression a group may hold blanks and operators.
    private void parenthesis(Pieces pieces, Context context) {
        pieces.plain();
        if (context != Context.REGEX) {
            return;
        }
        int from = cursor.at;
        reading.pairs.skip('(', ')', 0, from - 1);
        int close = cursor.at - 1;
        pieceInto(pieces, from, close);
        pieces.plain();
    }

    /// Where an assignment could stand, `name[` reaches to its `]`, blanks and all.
    private void bracket(Pieces pieces, Context context) {
        boolean reaches =
                context == Context.COMMAND && Chars.isName(pieces.plainText())
                        || context == Context.ELEMENT && pieces.isEmpty();
        pieces.plain();
        if (!reaches) {
            return;
        }
        int from = cursor.at;
        reading.pairs.skip('[', ']', Pairs.SUBSCRIPT, from - 1);
        int close = cursor.at - 1;
        pieceInto(pieces, from, close);
        pieces.plain();
    }

    private void equalsSign(Pieces pieces, Context context) {
        boolean array =
                context == Context.DECLARATION
                        && cursor.second() == '('
                        && isArrayName(pieces.plainText());
        pieces.plain();
        if (array) {
            cursor.peek();
            int start = cursor.at;
            var elements = reading.assignments.elements();
            pieces.add(new Part.ArrayValue(elements, cursor.span(start, cursor.at)));
        }
    }

    private static boolean isArrayName(String text) {
        String name = text.endsWith("+") ? text.substring(0, text.length() - 1) : text;
        int bracket = name.indexOf('[');
        if (bracket > 0 && name.endsWith("]") && isBalanced(name.substring(bracket))) {
            name = name.substring(0, bracket);
        }
        return Chars.isName(name);
    }

    private static boolean isBalanced(String brackets) {
        int depth = 0;
        for (int i = 0; i < brackets.length(); i++) {
            depth += brackets.charAt(i) == '[' ? 1 : brackets.charAt(i) == ']' ? -1 : 0;
            if (depth == 0 && i + 1 < brackets.length()) {
                return false;
            }
        }
        return depth == 0;
    }

    private void pieceInto(Pieces pieces, int from, int to) {
        int undo = cursor.at;
        var parts =
                reading.late(
                        () -> piece(from, to, Context.PIECE).parts(),
                        () -> {
                            cursor.at = undo;
                            return List.of(
                                    new Part.Literal(cursor.text(from, to), cursor.span(from, to)));
                        });
        for (Part part : parts) {
            pieces.add(part);
        }
        cursor.at = to;
    }

    /// A piece of another word, read by itself.
    Word piece(int from, int to, Context context) {
        return reading.within(from, to, () -> read(context));
    }

    /// What stands in `[...]` behind a name. An indexed array takes it for arithmetic, where single quotes do not
    /// keep anything from being expanded.
    Word subscript(int from, int to) {
        int at = cursor.at;
        var word = reading.late(() -> piece(from, to, Context.PIECE), () -> unread(from, to));
        cursor.at = at;
        return word;
    }

    Word unread(int from, int to) {
        var span = cursor.span(from, to);
        return new Word(
                from == to ? List.of() : List.of(new Part.Literal(cursor.text(from, to), span)),
                span);
    }
}
