package dev.cattlegrid.effect.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Cuts Python text into tokens.
///
/// Source: The Python Language Reference 3.13, 2.
final class PythonLexer {
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        /// A text with fields; [Token#text] holds the raw inside.
        FORMAT,
        SIGN,
        LINE,
        IN,
        OUT,
        END,
        BROKEN
    }

    record Token(Kind kind, String text) implements Cursor.Sign {
        @Override
        public boolean is(String sign) {
            return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
        }
    }

    private static final String[] SIGNS = {
        "**=", "//=", ">>=", "<<=", "...", "!=", "<=", ">=", "==", "->", "+=", "-=", "*=", "/=",
        "%=", "&=", "|=", "^=", "@=", ":=", "**", "//", "<<", ">>"
    };

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Integer> indents = new ArrayDeque<>();
    private int at;
    private int open;

    private PythonLexer(String text) {
        this.text = text;
        indents.push(0);
    }

    static List<Token> tokens(String text) {
        var lexer = new PythonLexer(text);
        lexer.all();
        return lexer.tokens;
    }

    private void all() {
        indent();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                at++;
                if (open == 0) {
                    line();
                    indent();
                }
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f') {
                at++;
            } else if (c == '#') {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (c == '\\'
                    && at + 1 < text.length()
                    && (text.charAt(at + 1) == '\n' || text.charAt(at + 1) == '\r')) {
                at += text.startsWith("\r\n", at + 1) ? 3 : 2;
            } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
                name();
            } else if (Character.isDigit(c)
                    || c == '.'
                            && at + 1 < text.length()
                            && Character.isDigit(text.charAt(at + 1))) {
                number();
            } else if (c == '"' || c == '\'') {
                string("");
            } else {
                sign(c);
            }
        }
        line();
        while (indents.size() > 1) {
            indents.pop();
            tokens.add(new Token(Kind.OUT, ""));
        }
        tokens.add(new Token(Kind.END, ""));
    }

    private void line() {
        if (!tokens.isEmpty()
                && tokens.getLast().kind() != Kind.LINE
                && tokens.getLast().kind() != Kind.OUT) {
            tokens.add(new Token(Kind.LINE, ""));
        }
    }

    private void indent() {
        while (true) {
            int width = 0;
            int from = at;
            while (from < text.length()
                    && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
                width += text.charAt(from) == '\t' ? 8 - width % 8 : 1;
                from++;
            }
            if (from < text.length() && "\r\n#".indexOf(text.charAt(from)) >= 0) {
                while (from < text.length() && text.charAt(from) != '\n') {
                    from++;
                }
                at = Math.min(from + 1, text.length());
                if (at >= text.length()) {
                    return;
                }
                continue;
            }
            if (from >= text.length()) {
                at = from;
                return;
            }
            at = from;
            if (width > indents.getFirst()) {
                if (!tokens.isEmpty()) {
                    indents.push(width);
                    tokens.add(new Token(Kind.IN, ""));
                } else {
                    indents.pop();
                    indents.push(width);
                }
            }
            while (width < indents.getFirst() && indents.size() > 1) {
                indents.pop();
                tokens.add(new Token(Kind.OUT, ""));
            }
            return;
        }
    }

    private void name() {
        int from = at;
        while (at < text.length() && Character.isUnicodeIdentifierPart(text.charAt(at))) {
            at++;
        }
        String name = text.substring(from, at);
        boolean quote = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
        if (quote
                && name.length() <= 2
                && name.chars().allMatch(c -> "rRbBuUfFtT".indexOf(c) >= 0)) {
            string(name);
        } else {
            tokens.add(new Token(Kind.NAME, name));
        }
    }

    private void number() {
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at))
                        || text.charAt(at) == '_'
                        || text.charAt(at) == '.'
                        || "+-".indexOf(text.charAt(at)) >= 0
                                && "eE".indexOf(text.charAt(at - 1)) >= 0
                                && !text.startsWith("0x", from))) {
            at++;
        }
        tokens.add(new Token(Kind.NUMBER, text.substring(from, at)));
    }

    private void string(String prefix) {
        char quote = text.charAt(at);
        boolean three = text.startsWith(String.valueOf(quote).repeat(3), at);
        int start = at + (three ? 3 : 1);
        int end = start;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '\\') {
                end += 2;
            } else if (c == quote
                    && (!three || text.startsWith(String.valueOf(quote).repeat(3), end))) {
                break;
            } else if (c == '\n' && !three) {
                end = text.length();
            } else {
                end++;
            }
        }
        if (end >= text.length()) {
            tokens.add(new Token(Kind.BROKEN, "a text that has no end"));
            at = text.length();
            return;
        }
        String raw = text.substring(start, end);
        at = end + (three ? 3 : 1);
        boolean isRaw = prefix.indexOf('r') >= 0 || prefix.indexOf('R') >= 0;
        boolean fields =
                prefix.indexOf('f') >= 0
                        || prefix.indexOf('F') >= 0
                        || prefix.indexOf('t') >= 0
                        || prefix.indexOf('T') >= 0;
        tokens.add(new Token(fields ? Kind.FORMAT : Kind.TEXT, isRaw ? raw : Escapes.plain(raw)));
    }

    private void sign(char c) {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                tokens.add(new Token(Kind.SIGN, sign));
                at += sign.length();
                return;
            }
        }
        if (c == '(' || c == '[' || c == '{') {
            open++;
        } else if (c == ')' || c == ']' || c == '}') {
            open = Math.max(0, open - 1);
        }
        tokens.add(
                new Token(
                        "()[]{}<>=+-*/%,:.;&|^~@!".indexOf(c) >= 0 ? Kind.SIGN : Kind.BROKEN,
                        String.valueOf(c)));
        at++;
    }
}
