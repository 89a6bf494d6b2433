package dev.cattlegrid.probe;

import dev.cattlegrid.policy.LookAlikes;
import java.text.Normalizer;
import java.util.Locale;

/// Single letters, folded to the form in which words are compared.
final class Letters {
    private static final char NONE = 0;
    private static final char[] FOLDED = table();

    private Letters() {}

    private static char[] table() {
        var table = new char[0x2500];
        for (int c = 0; c < table.length; c++) {
            table[c] = fold(c);
        }
        return table;
    }

    /// A character without its accents, in its usual width and quotes of the usual kind.
    ///
    /// @return 0 for a mark that is left out
    static char folded(int c) {
        if (c < FOLDED.length) {
            return FOLDED[c];
        }
        boolean wide = c >= 0xFF00 && c <= 0xFFEF || c >= 0x1D400 && c <= 0x1D7FF;
        return wide ? fold(c) : c > 0xFFFF ? ' ' : (char) c;
    }

    private static char fold(int c) {
        switch (c) {
            case 0x2018, 0x2019, 0x201A, 0x201B, 0x02BC, 0x00B4:
                return '\'';
            case 0x201C, 0x201D, 0x201E, 0x201F, 0x00AB, 0x00BB:
                return '"';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2212:
                return '-';
            case 0x0131:
                return 'i';
            case 0x0142:
                return 'l';
            case 0x00F8:
                return 'o';
            case 0x0111:
                return 'd';
            case 0x00DF:
                return 's';
            default:
                break;
        }
        if (c < 0x80) {
            return (char) c;
        }
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return NONE;
        }
        boolean folds =
                c < 0x0250
                        || c >= 0x1E00 && c < 0x2000
                        || c >= 0x2100 && c < 0x2190
                        || c >= 0x2460
                        || c == 0x3000;
        if (!folds) {
            return (char) c;
        }
        String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        return Character.isLetterOrDigit(c) && parts.charAt(0) < 0x80
                ? parts.charAt(0)
                : c > 0xFFFF ? ' ' : parts.length() == 1 ? parts.charAt(0) : (char) c;
    }

    static boolean isIdeograph(char c) {
        return c >= 0x3040 && c <= 0x30FF
                || c >= 0x3400 && c <= 0x9FFF
                || c >= 0xAC00 && c <= 0xD7A3;
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /// Whether a letter of another alphabet looks like one of ASCII.
    static boolean looksLatin(char c) {
        return c >= 0x80 && LookAlikes.plainLetter(c) < 0x80;
    }

    static char lower(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }

    static boolean isWordPart(char c) {
        return c < 0x80 ? isLatin(c) || c >= '0' && c <= '9' : Character.isLetterOrDigit(c);
    }

    static boolean isLetter(char c) {
        return c < 0x80 ? isLatin(c) : Character.isLetter(c);
    }

    static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (lower(text.charAt(i)) != text.charAt(i)) {
                return lowered(text);
            }
        }
        return text;
    }

    private static String lowered(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// The letter that a digit or sign stands for where people write letters as digits; 0 where it stands for none.
    static char unleet(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1', '!', '|', 'l' -> 'i';
            case '2' -> 'z';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '6', '9' -> 'g';
            case '7', '+' -> 't';
            case '8' -> 'b';
            default -> c >= 'a' && c <= 'z' ? c : 0;
        };
    }
}
