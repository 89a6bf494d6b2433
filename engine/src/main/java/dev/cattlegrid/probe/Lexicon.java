package dev.cattlegrid.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words and phrases to ideas, as `words.txt` has them.
final class Lexicon {
    private static final Map<String, Integer> CUES =
            Stream.of(Cue.values()).collect(Collectors.toMap(Cue::name, Cue::bit));

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
    /// @param cues the turns of speech that it belongs to
    record Entry(String word, long ideas, List<Phrase> phrases, int turn, int cues) {
        static final Entry NONE = new Entry("", 0, List.of(), 0, 0);

        static Entry of(String word) {
            return new Entry(word, 0, List.of(), 0, 0);
        }

        Entry with(long idea) {
            return new Entry(word, ideas | idea, phrases, turn, cues);
        }

        Entry turned(int by) {
            return new Entry(word, ideas, phrases, by, cues);
        }

        Entry cued(int cue) {
            return new Entry(word, ideas, phrases, turn, cues | cue);
        }

        Entry with(Phrase phrase) {
            var more = new ArrayList<>(phrases);
            more.add(phrase);
            return new Entry(word, ideas, List.copyOf(more), turn, cues);
        }
    }

    private final Map<String, Entry> words = new HashMap<>(8192);
    private final Slots slots;
    private final Pieces pieces = new Pieces();
    private final boolean leet;

    private Lexicon(boolean leet) {
        this.leet = leet;
        for (String line : table().split("\n")) {
            int equals = line.indexOf(" = ");
            if (!line.startsWith("#") && equals > 0) {
                String name = line.substring(0, equals);
                for (String entry : line.substring(equals + 3).split(",")) {
                    if (CUES.containsKey(name)) {
                        cue(entry.strip(), CUES.getOrDefault(name, 0));
                    } else {
                        add(entry.strip(), Idea.valueOf(name).bit());
                    }
                }
            }
        }
        if (!leet) {
            addTurned();
        }
        slots = new Slots(words);
    }

    private void cue(String word, int bit) {
        String form = leet ? levelled(word) : word;
        words.put(form, made(form).cued(bit));
    }

    private void addTurned() {
        Alphabets.turns().forEach((word, turn) -> words.put(word, made(word).turned(turn)));
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
            words.put(first, made(first).with(idea));
        } else {
            List<String> rest = List.copyOf(parts.subList(1, parts.size()));
            words.put(first, made(first).with(new Phrase(rest, idea)));
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

    private Entry made(String word) {
        Entry entry = words.get(word);
        return entry == null ? Entry.of(word) : entry;
    }

    /// What a word stands for; nothing where it is not known.
    Entry of(String word) {
        return of(word, 0, word.length());
    }

    /// The same for a word where it stands, in capitals or not.
    Entry of(String text, int from, int to) {
        return slots.of(text, from, to);
    }

    /// The words that a text without spaces is made of.
    Pieces pieces() {
        return pieces;
    }

    /// How many ideographs from here on make a word that is known; 1 where none do.
    int ideographs(String text, int at, int end) {
        for (int length = Math.min(MOST_IDEOGRAPHS, end - at); length > 1; length--) {
            if (of(text, at, at + length) != Entry.NONE) {
                return length;
            }
        }
        return 1;
    }
}
