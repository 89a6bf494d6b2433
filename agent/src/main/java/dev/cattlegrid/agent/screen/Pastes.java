package dev.cattlegrid.agent.screen;

import java.util.ArrayList;
import java.util.List;

/// Long texts that were put in at once: each stands in the prompt as one short mark and is opened when it is sent.
record Pastes(List<String> texts) {
    static final Pastes NONE = new Pastes(List.of());

    private static final int MOST_LINES = 3;
    private static final int LONGEST = 400;

    Pastes {
        texts = List.copyOf(texts);
    }

    /// Line ends as we have them, and nothing that no person types.
    static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        String ended = text.replace("\r\n", "\n").replace('\r', '\n');
        ended.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    static boolean isLong(String text) {
        return text.length() > LONGEST || text.lines().count() > MOST_LINES;
    }

    Pastes with(String text) {
        var more = new ArrayList<>(texts);
        more.add(text);
        return new Pastes(more);
    }

    /// The mark of the text that came last.
    String lastMark() {
        return mark(texts.size() - 1);
    }

    private String mark(int index) {
        String text = texts.get(index);
        long lines = text.lines().count();
        return "[paste %d: %s]"
                .formatted(index + 1, lines > 1 ? lines + " lines" : text.length() + " characters");
    }

    /// How long the mark is that ends there; 0 where none does.
    int markBefore(String text) {
        for (int i = 0; i < texts.size(); i++) {
            if (text.endsWith(mark(i))) {
                return mark(i).length();
            }
        }
        return 0;
    }

    /// The text with each mark's own text in its place.
    String opened(String text) {
        var open = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int found = markAt(text, at);
            if (found < 0) {
                open.append(text.charAt(at++));
            } else {
                open.append(texts.get(found));
                at += mark(found).length();
            }
        }
        return open.toString();
    }

    private int markAt(String text, int at) {
        for (int i = 0; i < texts.size(); i++) {
            if (text.startsWith(mark(i), at)) {
                return i;
            }
        }
        return -1;
    }
}
