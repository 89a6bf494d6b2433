package dev.cattlegrid.policy.rule;

import java.lang.Character.UnicodeScript;
import java.util.Optional;

/// Finds characters that change how a text looks and are not seen themselves.
///
/// What languages and emoji need is left alone: joiners between letters that join, marks beside text that runs from
/// right to left, isolates around it, flags.
///
/// @see <a href="https://trojansource.codes/">Trojan Source</a>, Unicode TR 36 and TR 39
final class Invisible {
    private Invisible() {}

    enum Kind {
        /// It makes text stand in another order than it is read in.
        REORDERS,
        /// It carries text that is not shown at all.
        CARRIES,
        /// It has no width.
        EMPTY
    }

    record Found(Kind kind, int at, int codePoint) {
        /// As people name it: `U+202E`.
        String name() {
            return "U+%04X".formatted(codePoint);
        }
    }

    /// The first of a kind.
    static Optional<Found> first(String text, Kind kind) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x80) {
                continue;
            }
            int c = text.codePointAt(i);
            if (is(kind, c) && !isNeeded(c, text, i)) {
                return Optional.of(new Found(kind, i, c));
            }
            i += Character.charCount(c) - 1;
        }
        return Optional.empty();
    }

    private static boolean is(Kind kind, int c) {
        return switch (kind) {
            case REORDERS -> c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
            case CARRIES -> c >= 0xE0000 && c <= 0xE007F || c >= 0xE0100 && c <= 0xE01EF;
            case EMPTY ->
                    c >= 0x200B && c <= 0x200F
                            || c >= 0x2060 && c <= 0x2064
                            || c == 0xFEFF
                            || c == 0x00AD
                            || c == 0x034F
                            || c == 0x061C
                            || c == 0x115F
                            || c == 0x1160
                            || c == 0x180E
                            || c == 0x3164
                            || c == 0xFFA0;
        };
    }

    private static boolean isNeeded(int c, String text, int at) {
        if (c >= 0xE0020 && c <= 0xE007F) {
            return isInFlag(text, at);
        }
        if (c == 0xFEFF) {
            return at == 0;
        }
        int before = at == 0 ? 0 : text.codePointBefore(at);
        int next = at + Character.charCount(c);
        int after = next >= text.length() ? 0 : text.codePointAt(next);
        if (c == 0x200D) {
            return joins(before) && joins(after) || isEmoji(before) && isEmoji(after);
        }
        if (c == 0x200C) {
            return joins(before) && joins(after);
        }
        if (c == 0x200E || c == 0x200F || c == 0x061C) {
            return runsLeft(before) || runsLeft(after);
        }
        return c >= 0x2066 && c <= 0x2069 && isAroundForeign(text, at);
    }

    /// England, Scotland, Wales: a black flag and the letters of a region.
    private static boolean isInFlag(String text, int at) {
        int i = at;
        while (i > 0) {
            int before = text.codePointBefore(i);
            if (before == 0x1F3F4) {
                return true;
            }
            if (before < 0xE0020 || before > 0xE007F || at - i > 16) {
                return false;
            }
            i -= Character.charCount(before);
        }
        return false;
    }

    /// Isolates that hold only text that runs from right to left, closed on the same line.
    private static boolean isAroundForeign(String text, int at) {
        boolean closes = text.charAt(at) == '\u2069';
        int i = at;
        while (true) {
            i += closes ? -1 : 1;
            if (i < 0 || i >= text.length() || text.charAt(i) == '\n') {
                return false;
            }
            char c = text.charAt(i);
            if (closes ? c >= '\u2066' && c <= '\u2068' : c == '\u2069') {
                return Math.abs(i - at) > 1;
            }
            if (!runsLeft(c) && !Character.isWhitespace(c) && !Character.isDigit(c)) {
                return false;
            }
        }
    }

    private static boolean runsLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean isEmoji(int c) {
        return Character.isEmoji(c) && c > 0x7F
                || Character.isEmojiModifier(c)
                || c == 0xFE0F
                || c == 0x20E3;
    }

    private static boolean joins(int c) {
        if (!Character.isLetter(c)
                && Character.getType(c) != Character.NON_SPACING_MARK
                && Character.getType(c) != Character.COMBINING_SPACING_MARK) {
            return false;
        }
        return switch (UnicodeScript.of(c)) {
            case ARABIC,
                    SYRIAC,
                    MONGOLIAN,
                    NKO,
                    DEVANAGARI,
                    BENGALI,
                    GURMUKHI,
                    GUJARATI,
                    ORIYA,
                    TAMIL,
                    TELUGU,
                    KANNADA,
                    MALAYALAM,
                    SINHALA,
                    KHMER,
                    MYANMAR,
                    TIBETAN,
                    INHERITED ->
                    true;
            default -> false;
        };
    }
}
