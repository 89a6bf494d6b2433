package dev.cattlegrid.effect.code;

import java.util.Locale;

/// A place in a PowerShell text: blanks, comments, words, and what is thrown where no more is understood.
///
/// Source: PowerShell 7.4, about_Parsing, about_Comments, about_Line_Editing.
abstract class PowerScan {
    final String text;
    int at;
    int depth;

    PowerScan(String text) {
        this.text = text;
    }

    final char peek() {
        return ahead(0);
    }

    final char ahead(int count) {
        return at + count < text.length() ? text.charAt(at + count) : '\0';
    }

    final boolean ended() {
        return at >= text.length();
    }

    final boolean accept(String sign) {
        if (text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        return false;
    }

    final void expect(String sign) {
        space();
        if (!accept(sign)) {
            throw new Cursor.Stuck();
        }
    }

    final void deeper() {
        if (++depth > Cursor.DEEPEST) {
            throw new Cursor.Stuck();
        }
    }

    /// Passes over blanks, comments and a line that goes on.
    final void blanks() {
        while (!ended()) {
            if (peek() == ' ' || peek() == '\t' || peek() == '\u00a0') {
                at++;
            } else if (peek() == '`' && (ahead(1) == '\n' || ahead(1) == '\r')) {
                at += ahead(1) == '\r' ? 3 : 2;
            } else if (text.startsWith("<#", at)) {
                int end = text.indexOf("#>", at);
                at = end < 0 ? text.length() : end + 2;
            } else if (peek() == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                return;
            }
        }
    }

    /// The same, and over the ends of lines.
    final void space() {
        blanks();
        while (peek() == '\n' || peek() == '\r') {
            at++;
            blanks();
        }
    }

    /// The same, and over `;`.
    final void separators() {
        space();
        while (peek() == ';') {
            at++;
            space();
        }
    }

    /// The word of letters that stands here, in small letters; empty where there is none.
    final String word() {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end).toLowerCase(Locale.ROOT);
    }

    /// A name that stands here.
    final String name() {
        int from = at;
        while (!ended() && isOfName(peek())) {
            at++;
        }
        if (at == from) {
            throw new Cursor.Stuck();
        }
        return text.substring(from, at);
    }

    static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /// Passes over brackets of one kind and what is in them, where nothing in them is a text.
    final void brackets(char open, char close) {
        int count = 0;
        do {
            if (ended()) {
                throw new Cursor.Stuck();
            }
            count += peek() == open ? 1 : peek() == close ? -1 : 0;
            at++;
        } while (count > 0);
    }

    final String shown(int from) {
        String all = text.substring(from, Math.min(text.length(), from + 60)).strip();
        int line = all.indexOf('\n');
        return line < 0 ? all : all.substring(0, line) + "…";
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static Node call(String name, Node... arguments) {
        return new Node.Call(
                new Node.Name(name), java.util.List.of(arguments), java.util.List.of());
    }
}
