package dev.cattlegrid.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of a text, what each stands for, and what lies before it.
final class Words {
    /// What lies between a word and the one before it.
    static final byte SPACE = 0;

    static final byte LINE = 1;
    static final byte COMMA = 2;
    static final byte CLAUSE = 3;
    static final byte SENTENCE = 4;

    /// Notes on a word.
    static final byte IDENTIFIER = 1;

    static final byte FAR = 2;
    static final byte CARRIES = 4;
    static final byte SECRET_FILE = 8;
    static final byte CODE = 16;
    static final byte DIGITS = 32;

    private static final int LONGEST_CLAUSE = 40;

    private int size;
    private int[] start;
    private int[] end;
    private long[] ideas;
    private byte[] gap;
    private byte[] notes;
    private int[] sentence;
    private Lexicon.Entry[] entries;

    /// As the words are spelled; null where they stand in the text like that.
    private @Nullable String[] spelled;

    private final String text;

    /// What the words stand for, all together.
    private long all;

    private int allCues;

    /// The words with which a phrase can begin.
    private int[] beginnings = new int[8];

    private int begun;
    private final Lexicon lexicon;

    /// @param text that holds the words, or some of them
    Words(Lexicon lexicon, String text) {
        this.lexicon = lexicon;
        this.text = text;
        int room = 8 + text.length() / 5;
        start = new int[room];
        end = new int[room];
        ideas = new long[room];
        gap = new byte[room];
        notes = new byte[room];
        sentence = new int[room];
        entries = new Lexicon.Entry[room];
        spelled = new String[room];
    }

    static Words of(Clear clear) {
        Words words = new Words(Lexicon.PLAIN, clear.text());
        new Tokens(clear.text(), words).read();
        return words.joined();
    }

    /// The words of an entry of the table.
    static List<String> split(String entry) {
        var parts = new ArrayList<String>();
        int at = 0;
        while (at < entry.length()) {
            int from = at;
            while (at < entry.length() && isPart(entry, at)) {
                at++;
            }
            if (at > from) {
                parts.addAll(Tokens.forms(Letters.lower(entry.substring(from, at))));
            }
            at++;
        }
        return parts;
    }

    private static boolean isPart(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '\'';
    }

    /// A word as it stands in the text.
    void add(int from, int to, byte before, int note) {
        add(lexicon.of(text, from, to), null, from, to, before, note);
    }

    /// A word that is spelled in another way where it stands.
    void add(String word, int from, int to, byte before, int note) {
        add(lexicon.of(word), word, from, to, before, note);
    }

    private void add(
            Lexicon.Entry entry, @Nullable String word, int from, int to, byte before, int note) {
        if (!entry.phrases().isEmpty()) {
            beginnings =
                    begun == beginnings.length ? Arrays.copyOf(beginnings, begun * 2) : beginnings;
            beginnings[begun++] = size;
        }
        add(entry.ideas(), word, from, to, before, note);
        entries[size - 1] = entry;
        allCues |= entry.cues();
    }

    void add(long idea, @Nullable String word, int from, int to, byte before, int note) {
        if (size == start.length) {
            grow();
        }
        start[size] = from;
        end[size] = to;
        ideas[size] = idea;
        gap[size] = before;
        notes[size] = (byte) note;
        sentence[size] = before == SENTENCE || size == 0 ? size : sentence[size - 1];
        entries[size] = Lexicon.Entry.NONE;
        spelled[size] = word;
        all |= idea;
        size++;
    }

    private void grow() {
        start = Arrays.copyOf(start, size * 2);
        end = Arrays.copyOf(end, size * 2);
        ideas = Arrays.copyOf(ideas, size * 2);
        gap = Arrays.copyOf(gap, size * 2);
        notes = Arrays.copyOf(notes, size * 2);
        sentence = Arrays.copyOf(sentence, size * 2);
        entries = Arrays.copyOf(entries, size * 2);
        spelled = Arrays.copyOf(spelled, size * 2);
    }

    /// Gives the first word of each phrase what the phrase stands for.
    Words joined() {
        for (int i = 0; i < begun; i++) {
            int first = beginnings[i];
            for (Lexicon.Phrase phrase : entries[first].phrases()) {
                if (matches(first, phrase.rest())) {
                    ideas[first] |= phrase.ideas();
                    all |= phrase.ideas();
                }
            }
        }
        return this;
    }

    private boolean matches(int first, List<String> rest) {
        if (first + rest.size() >= size) {
            return false;
        }
        for (int i = 0; i < rest.size(); i++) {
            int at = first + 1 + i;
            if (gap[at] > COMMA || !isSpelled(at, rest.get(i))) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return size;
    }

    int start(int word) {
        return start[word];
    }

    int end(int word) {
        return end[word];
    }

    long ideas(int word) {
        return ideas[word];
    }

    /// Whether a word that need not stand in the text is one that can be ordered.
    boolean isVerb(String word) {
        return Idea.verbs(lexicon.of(word).ideas()) != 0;
    }

    /// Whether any of the words stands for one of some ideas.
    boolean hold(long some) {
        return (all & some) != 0;
    }

    boolean is(int word, Idea idea) {
        return word >= 0 && word < size && idea.in(ideas[word]);
    }

    boolean is(int word, Cue cue) {
        return word >= 0 && word < size && cue.in(entries[word].cues());
    }

    /// Whether any of the words belongs to a turn of speech.
    boolean hold(Cue cue) {
        return cue.in(allCues);
    }

    boolean notes(int word, byte note) {
        return word < size && (notes[word] & note) != 0;
    }

    /// What lies before a word; more than anything before the first one.
    byte gap(int word) {
        return word <= 0 || word >= size ? SENTENCE : gap[word];
    }

    /// How the letters of a common word were turned to make it; 0 where they were not.
    int turn(int word) {
        return entries[word].turn();
    }

    String spelled(int word) {
        String known = entries[word].word();
        if (!known.isEmpty()) {
            return known;
        }
        String other = spelled[word];
        if (other != null) {
            return other;
        }
        String lower = Letters.lower(text.substring(start[word], end[word]));
        spelled[word] = lower;
        return lower;
    }

    private boolean isSpelled(int word, String as) {
        String known = entries[word].word();
        return known.isEmpty() ? spelled(word).equals(as) : known.equals(as);
    }

    /// The first word that begins at an offset or behind it.
    int firstFrom(int offset) {
        int at = Arrays.binarySearch(start, 0, size, offset);
        return at < 0 ? -at - 1 : at;
    }

    /// Whether an idea stands before a word, or behind it, in its sentence.
    boolean hasNear(int at, Idea idea, int most) {
        return hasBefore(at, idea, 3) || hasAfter(at, idea, most);
    }

    boolean hasAfter(int at, Idea idea, int most) {
        for (int i = at + 1; i < size && i - at <= most && gap[i] < SENTENCE; i++) {
            if (is(i, idea)) {
                return true;
            }
        }
        return false;
    }

    boolean hasBefore(int at, Idea idea, int most) {
        for (int i = at - 1; i >= 0 && at - i <= most && gap[i + 1] < SENTENCE; i--) {
            if (is(i, idea)) {
                return true;
            }
        }
        return false;
    }

    /// The word where the clause of a word begins, as far back as is looked.
    int clause(int word) {
        int first = word;
        while (first > 0 && word - first < LONGEST_CLAUSE && gap[first] < CLAUSE) {
            first--;
        }
        return first;
    }

    /// The word where the sentence of a word begins.
    int sentence(int word) {
        return sentence[word];
    }
}
