package dev.cattlegrid.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the words in a text that is written without spaces: the cheapest way to cut it into words that are known.
final class Pieces {
    private static final int UNKNOWN = 3;
    private static final int WORD = 3;
    private static final int SHORT_WORD = 5;

    private static final int LETTERS = 26;

    /// A node's followers by their letter, all in one row: the fewer places in memory, the faster it is walked.
    private char[] next = new char[1024 * LETTERS];

    private boolean[] ends = new boolean[1024];
    private int size = 1;

    /// @param known whether it is a word, or a stretch between words
    record Piece(int start, int end, boolean known) {}

    void add(String word) {
        if (word.length() < 2 || !word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return;
        }
        int at = 0;
        for (int i = 0; i < word.length(); i++) {
            int letter = word.charAt(i) - 'a';
            if (next[at * LETTERS + letter] == 0) {
                next[at * LETTERS + letter] = node();
            }
            at = next[at * LETTERS + letter];
        }
        ends[at] = true;
    }

    private char node() {
        if (size == ends.length) {
            next = Arrays.copyOf(next, next.length * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        if (size > Character.MAX_VALUE) {
            throw new IllegalStateException("words.txt has more words than there is room for");
        }
        return (char) size++;
    }

    /// Cuts a text of `a` to `z`; anything else in it is a stretch between words.
    List<Piece> cut(String text) {
        int length = text.length();
        int[] cost = new int[length + 1];
        int[] from = new int[length + 1];
        boolean[] word = new boolean[length + 1];
        Arrays.fill(cost, 1, length + 1, Integer.MAX_VALUE);
        for (int i = 0; i < length; i++) {
            offer(cost, from, word, i, i + 1, UNKNOWN, false);
            int node = 0;
            for (int j = i; j < length; j++) {
                int letter = text.charAt(j) - 'a';
                node = letter < 0 || letter >= LETTERS ? 0 : next[node * LETTERS + letter];
                if (node == 0) {
                    break;
                }
                if (ends[node]) {
                    offer(cost, from, word, i, j + 1, j - i < 2 ? SHORT_WORD : WORD, true);
                }
            }
        }
        return walked(from, word, length);
    }

    private static void offer(
            int[] cost, int[] from, boolean[] word, int start, int end, int price, boolean known) {
        if (cost[start] + price < cost[end]) {
            cost[end] = cost[start] + price;
            from[end] = start;
            word[end] = known;
        }
    }

    private static List<Piece> walked(int[] from, boolean[] word, int length) {
        var pieces = new ArrayList<Piece>();
        int end = length;
        while (end > 0) {
            int start = from[end];
            if (!word[end]) {
                while (start > 0 && !word[start]) {
                    start = from[start];
                }
            }
            pieces.add(new Piece(start, end, word[end]));
            end = start;
        }
        return pieces.reversed();
    }
}
