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
/// @param from where each of its characters came from
/// @param dressed stretches that came in a dress: where each begins, where it ends, which dress it is
/// @param turned stretches that are shown backwards
/// @param unseen signs of characters that nobody sees
record Clear(String text, Steps from, int[] dressed, List<Turned> turned, List<Sign> unseen) {
    static final int SPELLED = 1;
    static final int LOOKS = 2;
    static final int UNSEEN = 3;

    record Turned(int start, int end) {}

    static Clear of(String raw) {
        return new Unfolding(raw).clear();
    }

    Span span(int start, int end) {
        int last = Math.max(start, Math.min(end, text.length()));
        int first = from.of(Math.min(start, text.length()));
        return new Span(first, Math.max(first, from.of(last)));
    }

    /// How much of a stretch came in a dress, in percent.
    int share(int dress, int start, int end) {
        int last = Math.min(end, text.length());
        int count = 0;
        for (int i = firstDressed(start); i < dressed.length && dressed[i] < last; i += 3) {
            int from = Math.max(start, dressed[i]);
            int to = Math.min(last, dressed[i + 1]);
            count += dressed[i + 2] == dress && to > from ? to - from : 0;
        }
        return last <= start ? 0 : count * 100 / (last - start);
    }

    /// Of the stretches, which do not overlap, the first that ends behind an offset.
    private int firstDressed(int offset) {
        int low = 0;
        int high = dressed.length / 3;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (dressed[middle * 3 + 1] <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low * 3;
    }

    /// Offsets that go along with those of another text but for some steps.
    ///
    /// @param at where a step is taken
    /// @param to where it leads
    record Steps(int[] at, int[] to, int size) {
        int of(int offset) {
            int found = Arrays.binarySearch(at, 0, size, offset);
            int step = found < 0 ? -found - 2 : found;
            return step < 0 ? offset : to[step] + offset - at[step];
        }
    }

    /// One pass over a text, which copies what is plain in one piece.
    private static final class Unfolding {
        private static final int TURN = 0x202E;
        private static final int END_OF_TURN = 0x202C;
        private static final int SHORTEST_TURN = 12;
        private static final int MOST_TURNS = 64;

        private final String raw;
        private final StringBuilder text;
        private int[] at = new int[16];
        private int[] to = new int[16];
        private int steps;
        private int[] dressed = new int[24];
        private int stretches;
        private boolean looks;
        private final Unseen unseen = new Unseen();
        private final List<Turned> turned = new ArrayList<>();
        private int back = -1;

        Unfolding(String raw) {
            this.raw = raw;
            text = new StringBuilder(raw.length());
        }

        Clear clear() {
            int i = 0;
            int plain = 0;
            while (i < raw.length()) {
                char c = raw.charAt(i);
                if (c < 0x80 && c != '&' && c != '%' && c != '\\' && c != 0x1B) {
                    i++;
                    continue;
                }
                text.append(raw, plain, i);
                i = special(c, i);
                plain = i;
            }
            text.append(raw, plain, i);
            step(raw.length());
            turn(END_OF_TURN);
            if (looks) {
                unmask();
            }
            return new Clear(
                    text.toString(),
                    new Steps(at, to, steps),
                    Arrays.copyOf(dressed, stretches * 3),
                    turned,
                    unseen.signs());
        }

        /// @return the offset behind what was read
        private int special(char c, int i) {
            if (c == 0x1B) {
                return after(unseen.terminal(raw, i));
            }
            if (c < 0x80) {
                Escapes.Read read = Escapes.at(raw, i);
                if (read.length() == 0) {
                    text.append(c);
                    return i + 1;
                }
                put(read.codePoint(), read.isSpelling() ? SPELLED : 0);
                return after(i + read.length());
            }
            int code = raw.codePointAt(i);
            turn(code);
            int carried = unseen.take(code, raw, i);
            if (carried >= 0) {
                put(carried > 0 ? carried : code, carried > 0 ? UNSEEN : 0);
            }
            return after(i + Character.charCount(code));
        }

        private void turn(int code) {
            if (code != TURN && code != END_OF_TURN) {
                return;
            }
            if (back >= 0 && text.length() - back >= SHORTEST_TURN && turned.size() < MOST_TURNS) {
                turned.add(new Turned(back, text.length()));
            }
            back = code == TURN ? text.length() : -1;
        }

        private void put(int code, int dress) {
            char c = Letters.folded(code);
            if (c == 0) {
                return;
            }
            looks |= Letters.looksLatin(c);
            if (dress > 0) {
                dress(text.length(), text.length() + 1, dress);
            }
            text.append(c);
        }

        /// What follows in the clear text comes from here.
        private int after(int offset) {
            step(offset);
            return offset;
        }

        private void step(int offset) {
            int here = text.length();
            if (steps > 0 && at[steps - 1] == here) {
                to[steps - 1] = offset;
                return;
            }
            int expected = steps == 0 ? here : to[steps - 1] + here - at[steps - 1];
            if (expected == offset) {
                return;
            }
            if (steps == at.length) {
                at = Arrays.copyOf(at, steps * 2);
                to = Arrays.copyOf(to, steps * 2);
            }
            at[steps] = here;
            to[steps++] = offset;
        }

        private void dress(int start, int end, int dress) {
            int last = stretches * 3;
            if (stretches > 0 && dressed[last - 2] == start && dressed[last - 1] == dress) {
                dressed[last - 2] = end;
                return;
            }
            if (last == dressed.length) {
                dressed = Arrays.copyOf(dressed, last * 2);
            }
            dressed[last] = start;
            dressed[last + 1] = end;
            dressed[last + 2] = dress;
            stretches++;
        }

        /// A word that mixes alphabets, or is made of look-alikes alone, is read as what it looks like.
        private void unmask() {
            stretches = 0;
            int i = 0;
            while (i < text.length()) {
                int start = i;
                boolean latin = false;
                boolean other = false;
                boolean masked = false;
                while (i < text.length() && Letters.isLetter(text.charAt(i))) {
                    char c = text.charAt(i++);
                    latin |= c < 0x80;
                    boolean mask = Letters.looksLatin(c);
                    masked |= mask;
                    other |= c >= 0x80 && !mask;
                }
                if (masked && (latin || !other)) {
                    unmask(start, i);
                }
                i = Math.max(i, start + 1);
            }
        }

        private void unmask(int start, int end) {
            for (int i = start; i < end; i++) {
                char c = text.charAt(i);
                if (c >= 0x80) {
                    text.setCharAt(i, LookAlikes.plainLetter(c));
                    dress(i, i + 1, LOOKS);
                }
            }
        }
    }
}
