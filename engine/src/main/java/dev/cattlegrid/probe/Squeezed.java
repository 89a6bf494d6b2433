package dev.cattlegrid.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Words whose letters stand apart, in equal groups, without spaces, or partly as digits.
final class Squeezed {
    private static final int LEAST_APART = 10;
    private static final int LEAST_GROUPS = 6;
    private static final int LEAST_TOGETHER = 24;
    private static final int SHORTEST_MIXED = 3;
    private static final int LONGEST = 4_096;

    private final String line;
    private final List<Run> runs = new ArrayList<>();

    private Optional<String> spelled = Optional.empty();

    private Squeezed(String line) {
        this.line = line;
    }

    /// What a line holds.
    ///
    /// @param spelled the line with letters for its digits, where it is written so and holds addresses
    record Held(List<Run> runs, Optional<String> spelled) {}

    /// @param letters without what stands between them
    /// @param words found in them
    record Run(String letters, Words words, int start, int end) {}

    /// A group of letters and digits between other characters.
    private record Group(int start, int end, int letters, int digits) {
        int length() {
            return end - start;
        }
    }

    static Held in(String line) {
        var squeezed = new Squeezed(line);
        squeezed.read(squeezed.groups());
        return new Held(squeezed.runs, squeezed.spelled);
    }

    private List<Group> groups() {
        var groups = new ArrayList<Group>();
        int at = 0;
        while (at < line.length()) {
            int from = at;
            int letters = 0;
            int digits = 0;
            while (at < line.length() && isIn(line.charAt(at))) {
                boolean letter = Letters.isLatin(line.charAt(at));
                letters += letter ? 1 : 0;
                digits += letter ? 0 : 1;
                at++;
            }
            if (at > from) {
                groups.add(new Group(from, at, letters, digits));
            }
            at++;
        }
        return groups;
    }

    private static boolean isIn(char c) {
        return Letters.isLatin(c) || c >= '0' && c <= '9' || c == '@' || c == '$';
    }

    private void read(List<Group> groups) {
        int at = 0;
        while (at < groups.size()) {
            int end = sameLength(groups, at);
            int width = groups.get(at).length();
            int count = end - at;
            if (width == 1 && count >= LEAST_APART) {
                squeeze(groups, at, end);
            } else if (width >= 2 && width <= 8 && count >= LEAST_GROUPS) {
                squeeze(groups, at, Math.min(groups.size(), end + 1));
            } else if (width >= LEAST_TOGETHER && isOfOneCase(groups.get(at))) {
                squeeze(groups, at, at + 1);
            } else {
                end = at + 1;
            }
            at = Math.max(end, at + 1);
        }
        spell(groups);
    }

    /// Groups of one length that stand close to each other; of single letters a few may be longer.
    private int sameLength(List<Group> groups, int first) {
        int width = groups.get(first).length();
        int at = first + 1;
        while (at < groups.size()
                && groups.get(at).length() == width
                && groups.get(at).start() - groups.get(at - 1).end() <= 4) {
            at++;
        }
        return at;
    }

    /// Words, and not the sum of a file in hexadecimal digits.
    private boolean isOfOneCase(Group group) {
        int capitals = 0;
        int row = 0;
        int longest = 0;
        for (int i = group.start(); i < group.end(); i++) {
            char c = line.charAt(i);
            capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
            row = Character.digit(c, 16) < 0 ? 0 : row + 1;
            longest = Math.max(longest, row);
        }
        return longest * 2 < group.length()
                && group.letters() * 5 >= group.length()
                && (capitals <= 2 || capitals == group.letters());
    }

    private void squeeze(List<Group> groups, int from, int to) {
        var letters = new StringBuilder();
        var breaks = new BitSet();
        int digits = 0;
        for (int i = from; i < to && letters.length() < LONGEST; i++) {
            Group group = groups.get(i);
            if (i > from && isBreak(groups.get(i - 1).end(), group.start())) {
                breaks.set(letters.length());
            }
            int last = Math.min(group.end(), group.start() + LONGEST);
            for (int at = group.start(); at < last; at++) {
                letters.append(Letters.lower(line.charAt(at)));
            }
            digits += group.digits();
        }
        String plain = letters.toString();
        int start = groups.get(from).start();
        int end = groups.get(to - 1).end();
        add(plain, breaks, Lexicon.PLAIN, start, end);
        if (digits > 0 && (letters.length() - digits) * 4 >= letters.length()) {
            add(levelled(plain), breaks, Lexicon.LEET, start, end);
        }
    }

    /// Whether a clause ends between letters that stand apart.
    private boolean isBreak(int from, int to) {
        boolean stop = false;
        boolean space = false;
        for (int i = from; i < to; i++) {
            char c = line.charAt(i);
            if (":;!?()[]{}|".indexOf(c) >= 0) {
                return true;
            }
            stop |= c == '.' || c == ',';
            space |= c == ' ';
        }
        return stop && space;
    }

    private static String levelled(String text) {
        byte[] levelled = new byte[text.length()];
        for (int i = 0; i < levelled.length; i++) {
            char letter = Letters.unleet(text.charAt(i));
            levelled[i] = (byte) (letter == 0 ? '.' : letter);
        }
        return new String(levelled, ISO_8859_1);
    }

    private void add(String letters, BitSet breaks, Lexicon lexicon, int start, int end) {
        var words = new Words(lexicon, letters);
        byte gap = Words.SENTENCE;
        for (Pieces.Piece piece : lexicon.pieces().cut(letters)) {
            gap = gap == Words.SPACE && breaks.get(piece.start()) ? Words.CLAUSE : gap;
            if (piece.known()) {
                words.add(piece.start(), piece.end(), gap, 0);
            } else {
                words.add(0, null, piece.start(), piece.end(), gap, 0);
            }
            gap = Words.SPACE;
        }
        runs.add(new Run(letters, words.joined(), start, end));
    }

    /// Reads digits as letters where many words have digits in them; where addresses stand, the line as a whole too.
    private void spell(List<Group> groups) {
        String levelled = isMixed(groups) ? levelled(Letters.lower(line)) : "";
        if (levelled.isEmpty() || groups.stream().noneMatch(group -> isKnown(group, levelled))) {
            return;
        }
        leet(groups, levelled);
        if (line.contains("://") || line.indexOf('@') >= 0 || line.contains("~/")) {
            spelled = Optional.of(spelled());
        }
    }

    private String spelled() {
        var letters = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char letter = c >= '0' && c <= '9' ? Letters.unleet(c) : c;
            letters.append(c == '1' ? 'l' : letter);
        }
        return letters.toString();
    }

    /// Times, units and numbers of versions have digits in them too, but become no words that say anything.
    private static boolean isMixed(List<Group> groups) {
        int mixed = 0;
        int words = 0;
        for (Group group : groups) {
            boolean word = group.length() < LEAST_TOGETHER && group.letters() > 0;
            words += word ? 1 : 0;
            mixed += word && group.digits() > 0 ? 1 : 0;
        }
        return mixed >= 3 && mixed * 3 >= words;
    }

    private boolean isKnown(Group group, String levelled) {
        if (group.digits() == 0 || group.letters() == 0 || group.length() < SHORTEST_MIXED) {
            return false;
        }
        Lexicon.Entry entry = Lexicon.LEET.of(levelled, group.start(), group.end());
        return entry.ideas() != 0 || !entry.phrases().isEmpty();
    }

    private void leet(List<Group> groups, String levelled) {
        var all = new Words(Lexicon.LEET, levelled);
        byte gap = Words.SENTENCE;
        int last = 0;
        for (Group group : groups) {
            gap = last == 0 ? gap : between(last, group.start());
            boolean named = isBar(group.start() - 1) || isBar(group.end());
            all.add(group.start(), group.end(), gap, named ? Words.IDENTIFIER : 0);
            last = group.end();
        }
        runs.add(new Run(line, all.joined(), 0, line.length()));
    }

    private boolean isBar(int at) {
        return at >= 0 && at < line.length() && line.charAt(at) == '_';
    }

    private byte between(int from, int to) {
        byte gap = Words.SPACE;
        for (int i = from; i < to; i++) {
            char c = line.charAt(i);
            byte here =
                    c == '.' && i + 1 < line.length() && line.charAt(i + 1) == ' '
                            ? Words.SENTENCE
                            : ":;([{".indexOf(c) >= 0
                                    ? Words.CLAUSE
                                    : c == ',' ? Words.COMMA : Words.SPACE;
            gap = here > gap ? here : gap;
        }
        return gap;
    }
}
