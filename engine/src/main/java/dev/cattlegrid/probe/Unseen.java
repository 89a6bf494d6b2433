package dev.cattlegrid.probe;

import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;

/// Counts the characters of a text that nobody sees, and says what they carry.
///
/// Tag characters and long runs of variation selectors carry text; joiners and spaces without width between Latin letters
/// cut words apart for whoever looks for them; overrides turn the direction.
final class Unseen {
    private static final int MANY = 6;

    private int tags;
    private int selectors;
    private int gaps;
    private int turns;
    private int concealed = -1;
    private int firstTag = -1;
    private int firstSelector = -1;
    private int firstGap = -1;
    private int firstTurn = -1;
    private int last;
    private int flag = -100;
    private final List<Sign> signs = new ArrayList<>();

    /// @return the character that is carried, -1 where nothing is to be read, 0 where the character is one that is seen
    int take(int code, String raw, int at) {
        if (code == 0x1F3F4) {
            flag = at;
        }
        if (code >= 0xE0000 && code <= 0xE007F) {
            return tag(code, at);
        }
        if (code >= 0xFE00 && code <= 0xFE0F || code >= 0xE0100 && code <= 0xE01EF) {
            return selector(code, at);
        }
        if (code >= 0x202A && code <= 0x202E || code >= 0x2066 && code <= 0x2069) {
            turns += code == 0x202D || code == 0x202E ? 1 : 0;
            firstTurn = firstTurn < 0 ? at : firstTurn;
            last = at;
            return -1;
        }
        if (isEmpty(code)) {
            if (isLatinAround(raw, at)) {
                gaps++;
                firstGap = firstGap < 0 ? at : firstGap;
                last = at;
            }
            return -1;
        }
        return 0;
    }

    private int tag(int code, int at) {
        if (at - flag <= 16) {
            return -1;
        }
        tags++;
        firstTag = firstTag < 0 ? at : firstTag;
        last = at;
        return code >= 0xE0020 && code < 0xE007F ? code - 0xE0000 : -1;
    }

    /// A byte each, as texts are smuggled behind an emoji.
    private int selector(int code, int at) {
        int value = code < 0x10000 ? code - 0xFE00 : code - 0xE0100 + 16;
        selectors += code < 0x10000 ? 0 : 1;
        firstSelector = firstSelector < 0 ? at : firstSelector;
        last = code < 0x10000 ? last : at;
        return value >= 0x20 && value < 0x7F ? value : -1;
    }

    private static boolean isEmpty(int code) {
        return code >= 0x200B && code <= 0x200F
                || code >= 0x2060 && code <= 0x2064
                || code == 0xFEFF
                || code == 0x00AD
                || code == 0x034F
                || code == 0x180E
                || code == 0x3164;
    }

    private static boolean isLatinAround(String raw, int at) {
        return at > 0
                && at + 1 < raw.length()
                && Letters.isLatin(raw.charAt(at - 1))
                && Letters.isLatin(raw.charAt(at + 1));
    }

    /// Passes over what a terminal obeys: colours say nothing, text that is told not to be shown does.
    ///
    /// @return the offset behind it
    int terminal(String raw, int at) {
        int i = at + 1;
        if (i < raw.length() && raw.charAt(i) == ']') {
            while (i < raw.length()
                    && raw.charAt(i) != 7
                    && raw.charAt(i) != 0x1B
                    && i - at < 400) {
                i++;
            }
            return Math.min(raw.length(), i + 1);
        }
        if (i >= raw.length() || raw.charAt(i) != '[') {
            return Math.min(raw.length(), at + 2);
        }
        i++;
        int start = i;
        while (i < raw.length() && raw.charAt(i) < 0x40 && i - start < 32) {
            i++;
        }
        if (i < raw.length() && raw.charAt(i) == 'm') {
            shown(raw.substring(start, i), at);
        }
        return Math.min(raw.length(), i + 1);
    }

    private void shown(String colours, int at) {
        if (colours.equals("8") || colours.endsWith(";8") || colours.startsWith("8;")) {
            concealed = at;
        } else if (concealed >= 0) {
            signs.add(new Sign(Kind.HIDDEN, 50, new Span(concealed, at)));
            concealed = -1;
        }
    }

    List<Sign> signs() {
        if (concealed >= 0) {
            signs.add(new Sign(Kind.HIDDEN, 50, new Span(concealed, concealed + 4)));
        }
        add(tags >= MANY, 100, firstTag);
        add(selectors >= MANY, 70, firstSelector);
        add(gaps >= MANY, 40, firstGap);
        add(turns > 0, 40, firstTurn);
        return signs;
    }

    private void add(boolean is, int weight, int first) {
        if (is) {
            signs.add(new Sign(Kind.HIDDEN, weight, new Span(first, Math.max(first, last) + 1)));
        }
    }
}
