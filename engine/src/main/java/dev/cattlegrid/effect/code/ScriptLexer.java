package dev.cattlegrid.effect.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts JavaScript text into tokens.
///
/// Source: ECMAScript 2025, 12.
final class ScriptLexer {
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        /// Raw, with its `${}`.
        TEMPLATE,
        REGEX,
        SIGN,
        END,
        BROKEN
    }

    /// @param line whether a line ends before it
    record Token(Kind kind, String text, boolean line) implements Cursor.Sign {
        @Override
        public boolean is(String sign) {
            return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
        }
    }

    private static final String[] SIGNS = {
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==",
        "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=",
        "|=", "^=", "<<", ">>", "**"
    };
    private static final Set<String> BEFORE_REGEX =
            Set.of(
                    "return",
                    "typeof",
                    "case",
                    "in",
                    "of",
                    "do",
                    "else",
                    "void",
                    "delete",
                    "throw",
                    "new",
                    "await",
                    "yield",
                    "instanceof");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean line;

    private ScriptLexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        var lexer = new ScriptLexer(text);
        lexer.all();
        return lexer.tokens;
    }

    private void all() {
        if (text.startsWith("#!")) {
            at = Math.max(text.indexOf('\n'), 0);
        }
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line = true;
                at++;
            } else if (Character.isWhitespace(c) || c == '\ufeff') {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (Character.isUnicodeIdentifierStart(c) || c == '_' || c == '$' || c == '#') {
                int from = at++;
                while (at < text.length()
                        && (Character.isUnicodeIdentifierPart(text.charAt(at))
                                || text.charAt(at) == '$')) {
                    at++;
                }
                add(Kind.NAME, text.substring(from, at));
            } else if (Character.isDigit(c)) {
                int from = at;
                while (at < text.length()
                        && (Character.isLetterOrDigit(text.charAt(at))
                                || text.charAt(at) == '.'
                                || text.charAt(at) == '_')) {
                    at++;
                }
                add(Kind.NUMBER, text.substring(from, at));
            } else if (c == '"' || c == '\'') {
                quoted(c);
            } else if (c == '`') {
                template();
            } else if (c == '/' && !tokens.isEmpty() && tokens.getLast().is("<")) {
                add(Kind.BROKEN, "markup among the code");
                at++;
            } else if (c == '/' && beginsRegex()) {
                regex();
            } else {
                sign(c);
            }
        }
        add(Kind.END, "");
    }

    private void add(Kind kind, String what) {
        tokens.add(new Token(kind, what, line));
        line = false;
    }

    private void quoted(char quote) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length() || text.charAt(end) != quote) {
            add(Kind.BROKEN, "a text that has no end");
            at = text.length();
            return;
        }
        add(Kind.TEXT, Escapes.plain(text.substring(at + 1, end)));
        at = end + 1;
    }

    private void template() {
        int end = at + 1;
        int depth = 0;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '\\') {
                end++;
            } else if (depth == 0 && c == '`') {
                break;
            } else if (text.startsWith("${", end)) {
                depth++;
                end++;
            } else if (depth > 0 && c == '{') {
                depth++;
            } else if (depth > 0 && c == '}') {
                depth--;
            }
            end++;
        }
        if (end >= text.length()) {
            add(Kind.BROKEN, "a template that has no end");
            at = text.length();
            return;
        }
        add(Kind.TEMPLATE, text.substring(at + 1, end));
        at = end + 1;
    }

    private boolean beginsRegex() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token last = tokens.getLast();
        return switch (last.kind()) {
            case NAME -> BEFORE_REGEX.contains(last.text());
            case NUMBER, TEXT, TEMPLATE, REGEX, BROKEN -> false;
            case SIGN -> !Set.of(")", "]", "}", "++", "--").contains(last.text());
            case END -> true;
        };
    }

    private void regex() {
        int end = at + 1;
        boolean bracket = false;
        while (end < text.length()
                && text.charAt(end) != '\n'
                && (bracket || text.charAt(end) != '/')) {
            char c = text.charAt(end);
            bracket = c == '[' || bracket && c != ']';
            end += c == '\\' ? 2 : 1;
        }
        if (end >= text.length() || text.charAt(end) == '\n') {
            sign('/');
            return;
        }
        end++;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        add(Kind.REGEX, text.substring(at, end));
        at = end;
    }

    private void sign(char c) {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                add(Kind.SIGN, sign);
                at += sign.length();
                return;
            }
        }
        add(
                "()[]{}<>=+-*/%,:;.&|^~@!?".indexOf(c) >= 0 ? Kind.SIGN : Kind.BROKEN,
                String.valueOf(c));
        at++;
    }
}
