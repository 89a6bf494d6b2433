package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the end of what stands between two matching characters, as bash's `parse_matched_pair` does: before it
/// knows what the inside means.
final class Pairs {
    /// `${...}`: the first `}` closes.
    static final int BRACE = 1;
    static final int ARITHMETIC = 2;
    static final int SUBSCRIPT = 4;

    private static final int KINDS = 8;

    private final Reading reading;
    private final Cursor cursor;
    /// Where pairs within pairs end, so that none is looked through twice; by the opening place and the kind.
    private final Map<Integer, Integer> ends = new HashMap<>();

    private int looking;

    Pairs(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
    }

    boolean areLooking() {
        return looking > 0;
    }

    /// Moves behind the character that closes; the cursor stands behind the opening one.
    void skip(char open, char close, int kind, int openAt) {
        var known = ends.get(openAt * KINDS + kind);
        if (known != null) {
            cursor.at = known;
            return;
        }
        looking++;
        reading.enter(openAt);
        int from = cursor.at;
        find(open, close, kind, openAt);
        reading.spend(cursor.at - from);
        reading.leave();
        looking--;
        if (looking > 0) {
            ends.put(openAt * KINDS + kind, cursor.at);
        }
    }

    /// Moves behind the outer of two parentheses that open together.
    ///
    /// @return the place behind the inner one's end
    int skipBoth(int outer, int inner) {
        ends.remove(inner * KINDS + ARITHMETIC);
        looking++;
        reading.enter(outer);
        int from = cursor.at;
        find('(', ')', ARITHMETIC, outer);
        reading.spend(cursor.at - from);
        reading.leave();
        looking--;
        var end = ends.get(inner * KINDS + ARITHMETIC);
        return end == null ? cursor.at : end;
    }

    /// Whether a text that begins with two parentheses is closed by the two at its end.
    static boolean endsWith(String text) {
        var cursor = new Cursor(text.toCharArray(), null, 1, text.length());
        var reading =
                new Reading(
                        cursor,
                        Dialect.SYNTAX_ONLY,
                        new Reading.Nesting(text.length()),
                        new HashMap<>(),
                        false);
        try {
            return reading.pairs.skipBoth(0, 1) == text.length() - 1 && cursor.at == text.length();
        } catch (Stop _) {
            return false;
        }
    }

    private void find(char open, char close, int kind, int openAt) {
        List<Integer> nested = new ArrayList<>(0);
        boolean dollar = false;
        boolean angle = false;
        while (true) {
            int c = cursor.peek();
            if (c == Cursor.END) {
                throw Stop.at(
                        cursor.span(openAt, openAt + 1),
                        "`" + open + "` has no `" + close + "`",
                        "close it with `" + close + "`");
            }
            int at = cursor.at++;
            boolean expansion =
                    kind != 0
                            && (dollar && opens(c, kind)
                                    || angle && c == '(' && kind != ARITHMETIC);
            if (c == close) {
                if (nested.isEmpty()) {
                    return;
                }
                ends.put(nested.removeLast() * KINDS + kind, cursor.at);
            } else if (expansion) {
                cursor.at = at;
                expansion(c);
            } else if (c == open && kind != BRACE) {
                nested.add(at);
            } else {
                quotes(c, at, dollar);
            }
            angle = (c == '<' || c == '>') && !angle;
            dollar = c == '$' && !dollar;
        }
    }

    private static boolean opens(int c, int kind) {
        return c == '(' || kind != ARITHMETIC && (c == '{' || c == '[');
    }

    /// An expansion behind its dollar; the cursor stands at the character that opens it.
    void expansion(int c) {
        int open = cursor.at;
        if (c == '(') {
            if (cursor.second() == '(') {
                cursor.at++;
                skip('(', ')', ARITHMETIC, open);
            } else {
                reading.dollars.script();
            }
            return;
        }
        cursor.at++;
        if (c == '{') {
            skip('{', '}', BRACE, open);
        } else {
            skip('[', ']', ARITHMETIC, open);
        }
    }

    /// What a quote or a backslash, just taken, takes with it.
    void quotes(int c, int at, boolean dollar) {
        switch (c) {
            case '\\' -> {
                if (cursor.at < cursor.end) {
                    cursor.at++;
                }
            }
            case '\'' -> {
                cursor.at = at;
                if (dollar) {
                    reading.quotes.ansi(at);
                } else {
                    reading.quotes.single();
                }
            }
            case '"' -> skipDoubleQuotes(at);
            case '`' -> {
                cursor.at = at;
                skipBackquotes();
            }
            default -> {}
        }
    }

    private void skipDoubleQuotes(int open) {
        reading.enter(open);
        boolean dollar = false;
        while (true) {
            int c = cursor.peek();
            if (c == Cursor.END) {
                throw reading.quotes.unclosed('"', open);
            }
            if (dollar && (c == '(' || c == '{' || c == '[')) {
                expansion(c);
                dollar = false;
                continue;
            }
            cursor.at++;
            if (c == '"') {
                reading.leave();
                return;
            }
            if (c == '\\' && cursor.at < cursor.end) {
                cursor.at++;
            } else if (c == '`') {
                cursor.at--;
                skipBackquotes();
            }
            dollar = c == '$' && !dollar;
        }
    }

    /// Moves from an opening backquote behind the closing one.
    void skipBackquotes() {
        int open = cursor.at;
        int at = open + 1;
        while (at < cursor.end && cursor.charAt(at) != '`') {
            at += cursor.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= cursor.end) {
            throw reading.quotes.unclosed('`', open);
        }
        cursor.at = at + 1;
    }
}
