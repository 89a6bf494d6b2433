package dev.cattlegrid.probe;

import java.util.Comparator;
import java.util.List;

/// Finds what stands between quotes on one line, and the blocks of code between fences and triple quotes.
final class Quotes {
    private static final int LONGEST = 240;
    private static final int LONGEST_BLOCK = 20_000;

    private final String text;
    private final List<int[]> quotes;
    private final List<int[]> blocks;

    Quotes(String text, List<int[]> quotes, List<int[]> blocks) {
        this.text = text;
        this.quotes = quotes;
        this.blocks = blocks;
    }

    void read() {
        blocks();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean opens =
                    c == '"'
                            || c == '`'
                            || c == '\'' && isOpening(at)
                            || c == '\u300C'
                            || c == '\u300E';
            int end = opens ? closing(at, c) : -1;
            if (end > 0) {
                quotes.add(new int[] {at, end + 1});
                at = end;
            }
            at++;
        }
    }

    private boolean isOpening(int at) {
        boolean word = at > 0 && Letters.isWordPart(text.charAt(at - 1));
        boolean space = at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
        return !word && !space;
    }

    /// @return -1 where the quote does not close on its line
    private int closing(int at, char open) {
        char close = open == '\u300C' ? '\u300D' : open == '\u300E' ? '\u300F' : open;
        int last = Math.min(text.length(), at + LONGEST);
        int lines = 0;
        for (int i = at + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == '\n' && (lines++ > 0 || open != '"' || !isProse(at, i))) {
                return -1;
            }
            boolean inWord =
                    c == '\'' && i + 1 < text.length() && Letters.isWordPart(text.charAt(i + 1));
            if (c == close && !inWord) {
                return i;
            }
        }
        return -1;
    }

    /// Whether a quote that goes on in the next line stands in running text.
    private boolean isProse(int open, int end) {
        boolean before = open > 0 && text.charAt(open - 1) == ' ';
        boolean after = end + 1 < text.length() && Letters.isLetter(text.charAt(end + 1));
        return before && after && Letters.isLetter(text.charAt(open + 1)) && end - open > 8;
    }

    private void blocks() {
        for (String fence : List.of("```", "\"\"\"", "'''")) {
            int at = text.indexOf(fence);
            while (at >= 0) {
                int end = text.indexOf(fence, at + 3);
                if (end < 0 || end - at > LONGEST_BLOCK) {
                    break;
                }
                blocks.add(new int[] {at, end + 3});
                at = text.indexOf(fence, end + 3);
            }
        }
        blocks.sort(Comparator.comparingInt(block -> block[0]));
    }
}
