package dev.cattlegrid.probe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Lines whose letters were moved along the alphabet, as by ROT13, or whose text runs backwards. They are known by common
/// words: the distances between the letters of a word stay the same wherever it is moved.
final class Alphabets {
    private static final List<String> COMMON =
            List.of(
                    "the",
                    "and",
                    "all",
                    "you",
                    "your",
                    "this",
                    "that",
                    "with",
                    "from",
                    "for",
                    "not",
                    "then",
                    "previous",
                    "instructions",
                    "instruction",
                    "system",
                    "prompt",
                    "ignore",
                    "reveal",
                    "secret",
                    "secrets",
                    "send",
                    "assistant",
                    "user",
                    "file",
                    "password",
                    "run",
                    "rules",
                    "any",
                    "keys",
                    "before",
                    "now",
                    "und",
                    "die",
                    "der",
                    "les",
                    "vous",
                    "los",
                    "las",
                    "que",
                    "para",
                    "alle",
                    "votre",
                    "sie");

    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;

    /// A power of two, so that a shape's place is found at once.
    private static final int ROOM = 1024;

    private static final long[] SHAPES = new long[ROOM];
    private static final char[] FIRSTS = new char[ROOM];
    private static final Set<String> BACKWARDS = backwards();

    static {
        for (String word : COMMON) {
            int place = place(shape(word, 0, word.length()));
            SHAPES[place] = shape(word, 0, word.length());
            FIRSTS[place] = word.charAt(0);
        }
    }

    private Alphabets() {}

    private static Set<String> backwards() {
        var words = new HashSet<String>();
        COMMON.forEach(word -> words.add(new StringBuilder(word).reverse().toString()));
        COMMON.forEach(words::remove);
        return words;
    }

    /// The distances of a word's letters from its first.
    private static long shape(String text, int from, int to) {
        int first = text.charAt(from) | 0x20;
        long shape = (long) to - from;
        for (int i = from + 1; i < to; i++) {
            shape = shape * 26 + ((text.charAt(i) | 0x20) - first + 26) % 26;
        }
        return shape;
    }

    private static int place(long shape) {
        int place = (int) (shape * 0x9E3779B97F4A7C15L >>> 54);
        while (FIRSTS[place] != 0 && SHAPES[place] != shape) {
            place = place + 1 & ROOM - 1;
        }
        return place;
    }

    /// The line as it was before; usually nothing.
    static List<String> turned(String line) {
        int[] counts = new int[26];
        int back = 0;
        int at = 0;
        while (at < line.length()) {
            int from = at;
            while (at < line.length() && Letters.isLatin(line.charAt(at))) {
                at++;
            }
            int length = at - from;
            if (length >= SHORTEST && length <= LONGEST) {
                char first = FIRSTS[place(shape(line, from, at))];
                if (first != 0) {
                    counts[((line.charAt(from) | 0x20) - first + 26) % 26]++;
                } else if (mayBeBackwards(line.charAt(from))) {
                    back += BACKWARDS.contains(Letters.lower(line.substring(from, at))) ? 1 : 0;
                }
            }
            at++;
        }
        var turned = new ArrayList<String>();
        for (int by = 1; by < 26; by++) {
            if (counts[by] > counts[0] && counts[by] >= (by == 13 ? 1 : 2)) {
                turned.add(moved(line, 26 - by));
            }
        }
        if (back >= 2 && back > counts[0]) {
            turned.add(new StringBuilder(line).reverse().toString());
        }
        return turned;
    }

    /// Whether one of the common words ends in that letter.
    private static boolean mayBeBackwards(char last) {
        return "edluysthmrsnogkwe".indexOf(last | 0x20) >= 0;
    }

    private static String moved(String text, int by) {
        var moved = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Letters.isLatin(c)) {
                char a = c <= 'Z' ? 'A' : 'a';
                moved.append((char) (a + Math.floorMod(c - a + by, 26)));
            } else {
                moved.append(c);
            }
        }
        return moved.toString();
    }
}
