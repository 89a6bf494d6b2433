package dev.cattlegrid.probe;

import dev.cattlegrid.policy.LookAlikes;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text as a reader would take it: references and escapes resolved, accents and look-alikes folded, what is not seen
/// read like the rest. Each character knows where it came from.
///
/// @param text with its case
/// @param from where each character begins in the text as it was given, and one more for the end
/// @param how in which dress each character came
/// @param unseen signs of characters that nobody sees
record Clear(String text, int[] from, byte[] how, List<Sign> unseen) {
    static final byte PLAIN = 0;
    static final byte SPELLED = 1;
    static final byte LOOKS = 2;
    static final byte UNSEEN = 3;

    static Clear of(String raw) {
        return new Unfolding(raw).clear();
    }

    Span span(int start, int end) {
        int last = Math.max(start, Math.min(end, text.length()));
        int first = from[Math.min(start, text.length())];
        return new Span(first, Math.max(first, from[last]));
    }

    /// How much of a stretch came in a dress, in percent.
    int share(byte dress, int start, int end) {
        int count = 0;
        int last = Math.min(end, text.length());
        for (int i = start; i < last; i++) {
            count += how[i] == dress ? 1 : 0;
        }
        return last <= start ? 0 : count * 100 / (last - start);
    }

    /// One pass over a text.
    private static final class Unfolding {
        private final String raw;
        private final StringBuilder text;
        private int[] from;
        private byte[] how;
        private int at;
        private int word = -1;
        private boolean latin;
        private boolean looks;
        private boolean other;
        private final Unseen unseen = new Unseen();

        Unfolding(String raw) {
            this.raw = raw;
            text = new StringBuilder(raw.length());
            from = new int[raw.length() + 1];
            how = new byte[raw.length() + 1];
        }

        Clear clear() {
            while (at < raw.length()) {
                step();
            }
            endWord();
            grow();
            from[text.length()] = raw.length();
            List<Sign> signs = new ArrayList<>(unseen.signs());
            return new Clear(
                    text.toString(),
                    Arrays.copyOf(from, text.length() + 1),
                    Arrays.copyOf(how, text.length()),
                    signs);
        }

        private void step() {
            char c = raw.charAt(at);
            if (c == '&' || c == '%' || c == '\\') {
                Escapes.Read read = Escapes.at(raw, at);
                if (read.length() > 0) {
                    put(read.codePoint(), read.isSpelling() ? SPELLED : PLAIN, at);
                    at += read.length();
                    return;
                }
            }
            if (c == 0x1B) {
                at = unseen.terminal(raw, at);
                return;
            }
            if (c < 0x80) {
                put(c, PLAIN, at++);
                return;
            }
            int code = raw.codePointAt(at);
            int start = at;
            at += Character.charCount(code);
            int carried = unseen.take(code, raw, start);
            if (carried > 0) {
                put(carried, UNSEEN, start);
            } else if (carried == 0) {
                put(code, PLAIN, start);
            }
        }

        private void put(int code, byte dress, int start) {
            char c = Letters.folded(code);
            if (c == 0) {
                return;
            }
            if (Letters.isLetter(c)) {
                note(c);
            } else {
                endWord();
            }
            grow();
            from[text.length()] = start;
            how[text.length()] = dress;
            text.append(c);
        }

        private void note(char c) {
            if (word < 0) {
                word = text.length();
                latin = false;
                looks = false;
                other = false;
            }
            if (c < 0x80) {
                latin = true;
            } else if (Letters.looksLatin(c)) {
                looks = true;
            } else {
                other = true;
            }
        }

        /// A word that mixes alphabets, or is made of look-alikes alone, is read as what it looks like.
        private void endWord() {
            if (word >= 0 && looks && (latin || !other)) {
                for (int i = word; i < text.length(); i++) {
                    char c = text.charAt(i);
                    char plain = c < 0x80 ? c : LookAlikes.plainLetter(c);
                    if (plain != c) {
                        text.setCharAt(i, plain);
                        how[i] = LOOKS;
                    }
                }
            }
            word = -1;
        }

        private void grow() {
            if (text.length() + 1 >= from.length) {
                from = Arrays.copyOf(from, from.length * 2 + 16);
                how = Arrays.copyOf(how, from.length);
            }
        }
    }
}
