package dev.cattlegrid.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    private byte[] turn;
    private final List<String> spelled;

    /// What the words stand for, all together.
    private long all;

    /// The words with which a phrase can begin.
    private final List<Integer> beginnings = new ArrayList<>();
    private final Lexicon lexicon;

    /// @param letters of the text, from which the number of its words is guessed
    Words(Lexicon lexicon, int letters) {
        this.lexicon = lexicon;
        int room = 8 + letters / 5;
        start = new int[room];
        end = new int[room];
        ideas = new long[room];
        gap = new byte[room];
        notes = new byte[room];
        sentence = new int[room];
        turn = new byte[room];
        spelled = new ArrayList<>(room);
    }

    static Words of(Clear clear) {
        Words words = new Words(Lexicon.PLAIN, clear.text().length());
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

    void add(String word, int from, int to, byte before, int note) {
        Lexicon.Entry entry = lexicon.of(word);
        if (!entry.phrases().isEmpty()) {
            beginnings.add(size);
        }
        add(entry.ideas(), word, from, to, before, note);
        turn[size - 1] = (byte) entry.turn();
    }

    void add(long idea, String word, int from, int to, byte before, int note) {
        if (size == start.length) {
            start = Arrays.copyOf(start, size * 2);
            end = Arrays.copyOf(end, size * 2);
            ideas = Arrays.copyOf(ideas, size * 2);
            gap = Arrays.copyOf(gap, size * 2);
            notes = Arrays.copyOf(notes, size * 2);
            sentence = Arrays.copyOf(sentence, size * 2);
            turn = Arrays.copyOf(turn, size * 2);
        }
        start[size] = from;
        end[size] = to;
        ideas[size] = idea;
        gap[size] = before;
        notes[size] = (byte) note;
        sentence[size] = before == SENTENCE || size == 0 ? size : sentence[size - 1];
        spelled.add(word);
        all |= idea;
        size++;
    }

    /// Gives the first word of each phrase what the phrase stands for.
    Words joined() {
        for (int first : beginnings) {
            for (Lexicon.Phrase phrase : lexicon.of(spelled.get(first)).phrases()) {
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
            if (gap[at] > COMMA || !spelled.get(at).equals(rest.get(i))) {
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

    boolean notes(int word, byte note) {
        return word < size && (notes[word] & note) != 0;
    }

    /// What lies before a word; more than anything before the first one.
    byte gap(int word) {
        return word <= 0 || word >= size ? SENTENCE : gap[word];
    }

    /// How the letters of a common word were turned to make it; 0 where they were not.
    int turn(int word) {
        return turn[word];
    }

    String spelled(int word) {
        return spelled.get(word);
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
