package dev.cattlegrid.agent.screen;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;

/// Text that is being written, and where in it the next character goes.
///
/// @param at between 0 and the length of the text, never inside what a person takes for one character
record Edit(String text, int at) {
    static final Edit EMPTY = new Edit("", 0);

    static Edit of(String text) {
        return new Edit(text, text.length());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    String before() {
        return text.substring(0, at);
    }

    Edit with(String more) {
        return new Edit(before() + more + text.substring(at), at + more.length());
    }

    /// The same without what stands between two places; the cursor stands there.
    Edit without(int from, int to) {
        return new Edit(text.substring(0, from) + text.substring(to), from);
    }

    Edit withoutCharBefore() {
        return without(previous(), at);
    }

    Edit withoutCharAfter() {
        return without(at, next());
    }

    Edit withoutWordBefore() {
        return without(wordBefore(), at);
    }

    Edit withoutLineBefore() {
        return without(lineStart(), at);
    }

    Edit withoutLineAfter() {
        return without(at, lineEnd());
    }

    Edit movedTo(int place) {
        return new Edit(text, place);
    }

    Edit left() {
        return new Edit(text, previous());
    }

    Edit right() {
        return new Edit(text, next());
    }

    Edit wordLeft() {
        return new Edit(text, wordBefore());
    }

    Edit wordRight() {
        int to = at;
        while (to < text.length() && !isOfWord(to)) {
            to++;
        }
        while (to < text.length() && isOfWord(to)) {
            to++;
        }
        return new Edit(text, to);
    }

    Edit home() {
        return new Edit(text, lineStart());
    }

    Edit end() {
        return new Edit(text, lineEnd());
    }

    /// One line up, as far from its beginning as here; nothing on the first line.
    Optional<Edit> up() {
        int start = lineStart();
        if (start == 0) {
            return Optional.empty();
        }
        int above = text.lastIndexOf('\n', start - 2) + 1;
        return Optional.of(onLine(above, start - 1));
    }

    Optional<Edit> down() {
        int end = lineEnd();
        if (end == text.length()) {
            return Optional.empty();
        }
        int below = text.indexOf('\n', end + 1);
        return Optional.of(onLine(end + 1, below < 0 ? text.length() : below));
    }

    private Edit onLine(int from, int to) {
        int there = Math.min(to, from + at - lineStart());
        return new Edit(text, there).snapped();
    }

    private Edit snapped() {
        BreakIterator breaks = breaks();
        return at == 0 || breaks.isBoundary(at) ? this : new Edit(text, breaks.preceding(at));
    }

    private int previous() {
        return at == 0 ? 0 : breaks().preceding(at);
    }

    private int next() {
        return at == text.length() ? at : breaks().following(at);
    }

    private int wordBefore() {
        int to = at;
        while (to > 0 && !isOfWord(to - 1)) {
            to--;
        }
        while (to > 0 && isOfWord(to - 1)) {
            to--;
        }
        return to;
    }

    private boolean isOfWord(int index) {
        char c = text.charAt(index);
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '_';
    }

    private int lineStart() {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private BreakIterator breaks() {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        return breaks;
    }
}
