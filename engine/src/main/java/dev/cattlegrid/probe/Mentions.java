package dev.cattlegrid.probe;

import java.util.ArrayList;
import java.util.List;

/// Tells what a text says from what it only speaks of: a phrase between quotes in a sentence of its own, a string in code,
/// an entry of a list in a text about such phrases.
final class Mentions {
    private static final int SHORT = 14;
    private static final int LONGEST_LINE = 400;
    private static final int LABEL_REACH = 8;

    private final String text;
    private final Words words;
    private final List<int[]> quotes = new ArrayList<>();
    private final List<int[]> blocks = new ArrayList<>();
    private boolean looked;
    private boolean data;
    private int about;

    private Mentions(String text, Words words) {
        this.text = text;
        this.words = words;
    }

    static Mentions of(String text, Words words) {
        return new Mentions(text, words);
    }

    /// Most texts hold nothing of which anybody asks whether it is meant.
    private void look() {
        if (looked) {
            return;
        }
        looked = true;
        String start = text.strip();
        data = start.startsWith("{") || start.startsWith("[{") || start.startsWith("[\"");
        new Quotes(text, quotes, blocks).read();
        about = counted();
    }

    private int counted() {
        int count = 0;
        for (int i = 0; i < words.size(); i++) {
            count += words.is(i, Idea.ABOUT) ? 1 : 0;
        }
        return count;
    }

    /// Whether what is disguised here is shown as an example.
    boolean isShown(int start) {
        look();
        return about >= 2 && (in(quotes, start) != null || in(blocks, start) != null);
    }

    boolean isMention(int start) {
        look();
        int[] quote = in(quotes, start);
        int from = lineStart(start);
        int to = lineEnd(start);
        if (quote != null) {
            from = lineStart(quote[0]);
            to = lineEnd(quote[1]);
            boolean value = isValue(quote[0]);
            if (about >= 2 && !value || isLabelled(quote)) {
                return true;
            }
            Outside outside = outside(from, to, quote);
            if (outside.cues() && !(value && about < 2)) {
                return true;
            }
            return !value && !data && outside.words() >= 2 && isShort(quote);
        }
        if (in(blocks, start) != null && about >= 2) {
            return true;
        }
        if (about >= 2 && isListed(from)) {
            return true;
        }
        return speaksBefore(from, start);
    }

    private record Outside(int words, boolean cues) {}

    private Outside outside(int from, int to, int[] quote) {
        int count = 0;
        boolean cues = false;
        for (int i = words.firstFrom(from); i < words.size() && words.start(i) < to; i++) {
            boolean inside = words.start(i) >= quote[0] && words.start(i) < quote[1];
            if (!inside) {
                count++;
                cues |= words.is(i, Idea.MENTION) || words.is(i, Idea.ABOUT);
            }
        }
        return new Outside(count, cues);
    }

    private boolean isShort(int[] quote) {
        int first = words.firstFrom(quote[0]);
        int last = words.firstFrom(quote[1]);
        if (last - first > SHORT) {
            return false;
        }
        for (int i = first; i < last; i++) {
            if (words.is(i, Idea.ADDRESS) || words.notes(i, Words.SECRET_FILE)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the quote is the value of a field, as in JSON: that is how results come, not how people quote.
    private boolean isValue(int quote) {
        int i = quote - 1;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        if (i < 1 || text.charAt(i) != ':') {
            return false;
        }
        i--;
        return text.charAt(i) == '"' || text.charAt(i) == '\'';
    }

    /// Whether one of the next fields says what the quote is an example of: `label: attack`.
    private boolean isLabelled(int[] quote) {
        int last = words.firstFrom(quote[1]) + LABEL_REACH;
        for (int i = words.firstFrom(quote[1]); i < Math.min(words.size() - 1, last); i++) {
            boolean label =
                    switch (words.spelled(i)) {
                        case "label", "class", "category", "type", "kind", "expected", "verdict" ->
                                true;
                        default -> false;
                    };
            if (label && words.gap(i + 1) == Words.CLAUSE && words.is(i + 1, Idea.ABOUT)) {
                return true;
            }
        }
        return false;
    }

    /// An entry of a list, a quoted line, a row of a table.
    private boolean isListed(int line) {
        int i = line;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        if (i >= text.length()) {
            return false;
        }
        char c = text.charAt(i);
        return c == '-'
                || c == '*'
                || c == '>'
                || c == '|'
                || c == '+'
                || Character.isDigit(c)
                || i - line >= 4;
    }

    /// Whether the line has said before that it speaks of an attack.
    private boolean speaksBefore(int line, int start) {
        for (int i = words.firstFrom(line); i < words.size() && words.start(i) < start; i++) {
            if (words.is(i, Idea.ABOUT)) {
                return true;
            }
        }
        return false;
    }

    private static int @org.jspecify.annotations.Nullable [] in(List<int[]> spans, int at) {
        int low = 0;
        int high = spans.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int[] span = spans.get(middle);
            if (at < span[0]) {
                high = middle - 1;
            } else if (at >= span[1]) {
                low = middle + 1;
            } else {
                return span;
            }
        }
        return null;
    }

    private int lineStart(int at) {
        int i = Math.min(at, text.length());
        while (i > 0 && text.charAt(i - 1) != '\n' && at - i < LONGEST_LINE) {
            i--;
        }
        return i;
    }

    private int lineEnd(int at) {
        int i = at;
        while (i < text.length() && text.charAt(i) != '\n' && i - at < LONGEST_LINE) {
            i++;
        }
        return i;
    }
}
