package dev.cattlegrid.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words and phrases to ideas, as `words.txt` has them.
final class Lexicon {
    /// As words are written.
    static final Lexicon PLAIN = new Lexicon(false);

    /// As they are written with digits for letters, where one digit stands for `i` and for `l`.
    static final Lexicon LEET = new Lexicon(true);

    private static final int MOST_IDEOGRAPHS = 10;

    /// @param rest the words behind the first
    record Phrase(List<String> rest, long ideas) {}

    /// What a word stands for, and the phrases that begin with it.
    ///
    /// @param turn by which the letters of a common word were moved along the alphabet to make this word; [Alphabets#BACK]
    /// where they were turned round, [Alphabets#COMMON_WORD] where it is one, else 0
    record Entry(long ideas, List<Phrase> phrases, int turn) {
        static final Entry NONE = new Entry(0, List.of(), 0);

        Entry with(long idea) {
            return new Entry(ideas | idea, phrases, turn);
        }

        Entry turned(int by) {
            return new Entry(ideas, phrases, by);
        }

        Entry with(Phrase phrase) {
            var more = new ArrayList<>(phrases);
            more.add(phrase);
            return new Entry(ideas, List.copyOf(more), turn);
        }
    }

    private final Map<String, Entry> words = new HashMap<>(8192);
    private final Pieces pieces = new Pieces();
    private final boolean leet;

    private Lexicon(boolean leet) {
        this.leet = leet;
        for (String line : table().split("\n")) {
            int equals = line.indexOf(" = ");
            if (!line.startsWith("#") && equals > 0) {
                long idea = Idea.valueOf(line.substring(0, equals)).bit();
                for (String entry : line.substring(equals + 3).split(",")) {
                    add(entry.strip(), idea);
                }
            }
        }
        if (!leet) {
            addTurned();
        }
    }

    private void addTurned() {
        Alphabets.turns().forEach((word, turn) -> words.put(word, of(word).turned(turn)));
    }

    private static String table() {
        try (InputStream in = Lexicon.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("words.txt is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void add(String entry, long idea) {
        List<String> parts = new ArrayList<>();
        for (String part : Words.split(entry)) {
            parts.add(leet ? levelled(part) : part);
        }
        if (parts.isEmpty()) {
            return;
        }
        String first = parts.getFirst();
        if (parts.size() == 1) {
            words.put(first, of(first).with(idea));
        } else {
            List<String> rest = List.copyOf(parts.subList(1, parts.size()));
            words.put(first, of(first).with(new Phrase(rest, idea)));
        }
        parts.forEach(pieces::add);
    }

    /// The one form of letters that one digit can stand for.
    static String levelled(String word) {
        return word.replace('l', 'i');
    }

    boolean isLeet() {
        return leet;
    }

    /// What a word stands for; nothing where it is not known.
    Entry of(String word) {
        return words.getOrDefault(word, Entry.NONE);
    }

    /// The words that a text without spaces is made of.
    Pieces pieces() {
        return pieces;
    }

    /// How many ideographs from here on make a word that is known; 1 where none do.
    int ideographs(CharSequence text, int at, int end) {
        for (int length = Math.min(MOST_IDEOGRAPHS, end - at); length > 1; length--) {
            if (words.containsKey(text.subSequence(at, at + length).toString())) {
                return length;
            }
        }
        return 1;
    }
}
