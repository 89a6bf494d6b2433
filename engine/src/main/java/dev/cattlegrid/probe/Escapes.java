package dev.cattlegrid.probe;

import java.util.Map;

/// Reads one character that is spelled out: a reference of HTML, a percent escape, a backslash escape.
final class Escapes {
    private static final Map<String, Integer> NAMED =
            Map.ofEntries(
                    Map.entry("lt", (int) '<'),
                    Map.entry("gt", (int) '>'),
                    Map.entry("amp", (int) '&'),
                    Map.entry("quot", (int) '"'),
                    Map.entry("apos", (int) '\''),
                    Map.entry("nbsp", (int) ' '),
                    Map.entry("colon", (int) ':'),
                    Map.entry("comma", (int) ','),
                    Map.entry("period", (int) '.'),
                    Map.entry("newline", (int) '\n'),
                    Map.entry("tab", (int) ' '),
                    Map.entry("excl", (int) '!'));

    static final Read NOTHING = new Read(0, 0, false);

    private Escapes() {}

    /// @param length how much of the text it takes; 0 where nothing is spelled out
    /// @param isSpelling whether it is a spelling of what could have been written as it is
    record Read(int codePoint, int length, boolean isSpelling) {}

    static Read at(String text, int at) {
        return switch (text.charAt(at)) {
            case '&' -> reference(text, at);
            case '%' -> percent(text, at);
            case '\\' -> backslash(text, at);
            default -> NOTHING;
        };
    }

    private static Read reference(String text, int at) {
        int end = near(text, ';', at);
        if (end < 0 || end == at + 1) {
            return NOTHING;
        }
        int length = end + 1 - at;
        if (text.charAt(at + 1) != '#') {
            Integer named = NAMED.get(Letters.lower(text.substring(at + 1, end)));
            return named == null ? NOTHING : new Read(named, length, false);
        }
        boolean hexadecimal = at + 2 < end && Letters.lower(text.charAt(at + 2)) == 'x';
        int digits = at + (hexadecimal ? 3 : 2);
        return read(number(text, digits, end, hexadecimal ? 16 : 10), length);
    }

    /// @return -1 where the character does not stand close by
    private static int near(String text, char c, int at) {
        int last = Math.min(text.length(), at + 12);
        for (int i = at; i < last; i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    private static Read read(int code, int length) {
        boolean fits =
                code >= 0x20 && code <= Character.MAX_CODE_POINT || code == '\n' || code == '\t';
        return fits ? new Read(code, length, code < 0x80) : NOTHING;
    }

    /// @return -1 where the digits are none
    private static int number(String text, int start, int end, int radix) {
        int number = end > start ? 0 : -1;
        for (int i = start; i < end && number >= 0; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), radix) : -1;
            number = digit < 0 || number > 0x110000 ? -1 : number * radix + digit;
        }
        return number;
    }

    /// One character in UTF-8.
    private static Read percent(String text, int at) {
        int first = hex(text, at, '%');
        if (first < 0) {
            return NOTHING;
        }
        if (first < 0x80) {
            return read(first, 3);
        }
        int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
        int code = first & (0x3F >> more);
        for (int i = 1; i <= more; i++) {
            int next = hex(text, at + 3 * i, '%');
            if (next < 0x80 || next > 0xBF) {
                return NOTHING;
            }
            code = code << 6 | next & 0x3F;
        }
        return more == 0 ? NOTHING : read(code, 3 * (more + 1));
    }

    private static int hex(String text, int at, char before) {
        if (at + 2 >= text.length() || text.charAt(at) != before) {
            return -1;
        }
        return number(text, at + 1, at + 3, 16);
    }

    private static Read backslash(String text, int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        return switch (next) {
            case 'n', 'r' -> new Read('\n', 2, false);
            case 't' -> new Read(' ', 2, false);
            case '"', '\'', '/' -> new Read(next, 2, false);
            case 'x' -> read(number(text, at + 2, at + 4, 16), 4);
            case 'u' -> unicode(text, at);
            case '0', '1' -> read(number(text, at + 1, at + 4, 8), 4);
            default -> NOTHING;
        };
    }

    private static Read unicode(String text, int at) {
        if (at + 2 < text.length() && text.charAt(at + 2) == '{') {
            int end = near(text, '}', at);
            return end < 0 ? NOTHING : read(number(text, at + 3, end, 16), end + 1 - at);
        }
        int code = number(text, at + 2, at + 6, 16);
        if (code >= 0xD800 && code < 0xDC00 && text.startsWith("\\u", at + 6)) {
            int low = number(text, at + 8, at + 12, 16);
            return low >= 0xDC00 && low < 0xE000
                    ? read(Character.toCodePoint((char) code, (char) low), 12)
                    : NOTHING;
        }
        return code >= 0xD800 && code < 0xE000 ? NOTHING : read(code, 6);
    }
}
