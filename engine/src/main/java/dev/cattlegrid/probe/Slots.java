package dev.cattlegrid.probe;

import java.util.Map;

/// Entries of the table by their words, found where a word stands, in capitals or not, without taking it out of its text.
final class Slots {
    /// Words that differ in their last letter come to lie far from each other.
    private static final int SPREAD = 0x9E3779B9;

    private final Lexicon.Entry[] slots;
    private final int shift;

    Slots(Map<String, Lexicon.Entry> words) {
        slots = new Lexicon.Entry[Integer.highestOneBit(words.size() * 2) * 4];
        shift = Integer.numberOfLeadingZeros(slots.length - 1);
        words.forEach((word, entry) -> {
            int at = first(word, 0, word.length());
            while (slots[at] != null) {
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = entry;
        });
    }

    Lexicon.Entry of(String text, int from, int to) {
        int at = first(text, from, to);
        for (Lexicon.Entry entry = slots[at]; entry != null; entry = slots[at]) {
            if (stands(entry.word(), text, from, to)) {
                return entry;
            }
            at = (at + 1) & (slots.length - 1);
        }
        return Lexicon.Entry.NONE;
    }

    private int first(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + Letters.lower(text.charAt(i));
        }
        return hash * SPREAD >>> shift;
    }

    private static boolean stands(String word, String text, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != Letters.lower(text.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }
}
