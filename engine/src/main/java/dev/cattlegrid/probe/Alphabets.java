package dev.cattlegrid.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lines whose letters were moved along the alphabet, as by ROT13, or whose text runs backwards. They are known by what
/// common words become.
final class Alphabets {
    static final int BACK = 26;
    static final int COMMON_WORD = 27;

    private static final int ROT13 = 13;

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

    private Alphabets() {}

    /// What common words become, and by which turn.
    static Map<String, Integer> turns() {
        var turns = new HashMap<String, Integer>();
        for (String word : COMMON) {
            for (int by = 1; by < 26; by++) {
                turns.put(moved(word, by), by);
            }
            turns.put(new StringBuilder(word).reverse().toString(), BACK);
        }
        COMMON.forEach(word -> turns.put(word, COMMON_WORD));
        return turns;
    }

    /// The line as it was before; usually nothing.
    ///
    /// @param counts how many words of the line a turn was seen in, by the turn
    static List<String> turned(String line, int[] counts) {
        var turned = new ArrayList<String>();
        for (int by = 1; by < BACK; by++) {
            if (counts[by] > counts[COMMON_WORD] && counts[by] >= (by == ROT13 ? 1 : 2)) {
                turned.add(moved(line, 26 - by));
            }
        }
        if (counts[BACK] >= 2 && counts[BACK] > counts[COMMON_WORD]) {
            turned.add(new StringBuilder(line).reverse().toString());
        }
        return turned;
    }

    private static String moved(String text, int by) {
        var moved = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Letters.isLatin(c)) {
                char a = c <= 'Z' ? 'A' : 'a';
                moved.append((char) (a + (c - a + by) % 26));
            } else {
                moved.append(c);
            }
        }
        return moved.toString();
    }
}
