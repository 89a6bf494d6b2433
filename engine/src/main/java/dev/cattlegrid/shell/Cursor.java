package dev.cattlegrid.shell;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A place in a text, or in a piece of it, that moves forward; line continuations are stepped over unseen.
final class Cursor {
    static final int END = -1;

    private final char[] chars;
    /// Where each character stands in the text as the user wrote it; none when it is that text.
    private final int @Nullable [] origin;

    int at;
    int end;

    Cursor(char[] chars, int @Nullable [] origin, int at, int end) {
        this.chars = chars;
        this.origin = origin;
        this.at = at;
        this.end = end;
    }

    /// The same characters, read from another place.
    Cursor over(int from, int to) {
        return new Cursor(chars, origin, from, to);
    }

    /// The next character, [#END] behind the last.
    int peek() {
        while (at + 1 < end && chars[at] == '\\' && chars[at + 1] == '\n') {
            at += 2;
        }
        return at < end ? chars[at] : END;
    }

    /// The character behind the next one.
    int second() {
        if (peek() == END) {
            return END;
        }
        int next = pastContinuations(at + 1);
        return next < end ? chars[next] : END;
    }

    int pastContinuations(int from) {
        int next = from;
        while (next + 1 < end && chars[next] == '\\' && chars[next + 1] == '\n') {
            next += 2;
        }
        return next;
    }

    /// The next character as it is written, a continuation's backslash too.
    int raw() {
        return at < end ? chars[at] : END;
    }

    char charAt(int index) {
        return chars[index];
    }

    boolean take(char expected) {
        if (peek() != expected) {
            return false;
        }
        at++;
        return true;
    }

    boolean take(char first, char second) {
        if (peek() != first || second() != second) {
            return false;
        }
        at = pastContinuations(at + 1) + 1;
        return true;
    }

    void skipBlanks() {
        while (true) {
            int next = peek();
            if (next != ' ' && next != '\t') {
                return;
            }
            at++;
        }
    }

    /// Skips a comment, if one begins here, up to the end of its line; there is no continuation in a comment.
    void skipComment() {
        if (peek() == '#') {
            while (at < end && chars[at] != '\n') {
                at++;
            }
        }
    }

    String text(int from, int to) {
        return new String(chars, from, to - from);
    }

    int originOf(int index) {
        return origin == null ? index : origin[index];
    }

    Span span(int from, int to) {
        if (origin == null) {
            return new Span(from, to);
        }
        int first = origin[from];
        return to <= from ? new Span(first, first) : new Span(first, origin[to - 1] + 1);
    }

    /// The text as this cursor sees it of a span in the user's text.
    String written(Span span) {
        int from = indexOf(span.start());
        return text(from, Math.max(from, indexOf(span.end())));
    }

    /// What stands between the backquotes of a span, without the backslashes that guard it there.
    Cursor inBackquotes(Span span, boolean quoted) {
        int from = indexOf(span.start()) + 1;
        return Backquotes.unescaped(this, from, Math.max(from, indexOf(span.end()) - 1), quoted);
    }

    private int indexOf(int place) {
        if (origin == null) {
            return place;
        }
        int index = Arrays.binarySearch(origin, 0, Math.min(origin.length, end + 1), place);
        return Math.min(index < 0 ? -index - 1 : index, end);
    }

    /// Whether a here-document may begin in what is left.
    boolean mayHoldHereDocument() {
        for (int i = at; i < end; i++) {
            if (chars[i] == '<') {
                int next = pastContinuations(i + 1);
                if (next < end && chars[next] == '<') {
                    return true;
                }
            }
        }
        return false;
    }
}
