package dev.cattlegrid.probe;

/// What the words of a line look like, so that only a line that could be disguised is looked at again.
///
/// @param next the first word behind the line
/// @param isBare whether few letters stand in it
/// @param turns how many words of the line a turn of the alphabet was seen in, by the turn
record Looks(
        int next,
        int[] turns,
        boolean isTurned,
        boolean isNumbers,
        boolean isSqueezed,
        boolean isBare) {
    private static final int LONG = 14;
    private static final int VERY_LONG = 20;
    private static final int SINGLES = 8;
    private static final int ALIKE = 5;
    private static final int WITH_DIGITS = 3;
    private static final int LINE = 40;

    /// @param first the first word that could lie in the line
    static Looks of(Words words, int first, int start, int end) {
        int[] turns = new int[Alphabets.COMMON_WORD + 1];
        boolean turned = false;
        int longest = 0;
        int letters = 0;
        int digits = 0;
        int row = 0;
        int singles = 0;
        int alike = 0;
        int before = 0;
        int word = first;
        while (word < words.size() && words.start(word) < end) {
            int length = words.end(word) - words.start(word);
            turns[words.turn(word)]++;
            turned |= words.turn(word) > 0 && words.turn(word) != Alphabets.COMMON_WORD;
            longest = Math.max(longest, length);
            letters += length;
            digits += words.notes(word, Words.DIGITS) ? 1 : 0;
            row = length == before ? row + 1 : 1;
            singles = length == 1 ? Math.max(singles, row) : singles;
            alike = length > 1 ? Math.max(alike, row) : alike;
            before = length;
            word++;
        }
        boolean bare = end - start >= LINE && letters * 4 < end - start;
        return new Looks(
                word,
                turns,
                turned,
                longest >= LONG || digits >= WITH_DIGITS || bare,
                longest >= VERY_LONG
                        || digits >= WITH_DIGITS
                        || singles >= SINGLES
                        || alike >= ALIKE,
                bare);
    }
}
