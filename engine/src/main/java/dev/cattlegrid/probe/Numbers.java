package dev.cattlegrid.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Text that was written as numbers: base64, base32, hexadecimal, binary, decimal.
final class Numbers {
    private static final int SHORTEST = 16;
    private static final int LONGEST = 16_384;

    private Numbers() {}

    /// @param start offset in the text that was looked at
    record Decoded(String text, int start, int end) {}

    static List<Decoded> in(String text) {
        var found = new ArrayList<Decoded>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            int digits = 0;
            while (end < text.length() && isBase64(text.charAt(end))) {
                digits += Character.digit(text.charAt(end), 16) >= 0 ? 1 : 0;
                end++;
            }
            int length = Math.min(end - at, LONGEST);
            if (length >= SHORTEST) {
                boolean hexadecimal = digits == end - at && length >= 2 * SHORTEST;
                add(
                        hexadecimal
                                ? hexadecimal(text, at, at + length)
                                : isBase32(text, at, at + length)
                                        ? base32(text, at, at + length)
                                        : base64(text, at, at + length),
                        at,
                        end,
                        found);
            } else if (length == 8 || length == 2 || length == 3) {
                int codes = length < 8 && digits == length ? codes(text, at, found) : at;
                end = length == 3 ? end : groups(text, at, length, found);
                end = Math.max(end, codes);
            }
            at = Math.max(end, at) + 1;
        }
        return found;
    }

    private static boolean isBase64(char c) {
        return Letters.isLatin(c)
                || c >= '0' && c <= '9'
                || c == '+'
                || c == '/'
                || c == '='
                || c == '-'
                || c == '_';
    }

    private static void add(byte[] bytes, int start, int end, List<Decoded> found) {
        if (isText(bytes)) {
            found.add(new Decoded(new String(bytes, UTF_8), start, end));
        }
    }

    private static byte[] base64(String text, int start, int end) {
        int last = end;
        while (last > start && text.charAt(last - 1) == '=') {
            last--;
        }
        last -= (last - start) % 4 == 1 ? 1 : 0;
        String plain = text.substring(start, last).replace('-', '+').replace('_', '/');
        if (plain.indexOf('=') >= 0) {
            return new byte[0];
        }
        return narrowed(Base64.getDecoder().decode(plain));
    }

    /// Capitals and the digits from 2 to 7 alone; base64 of any length has others.
    private static boolean isBase32(String text, int start, int end) {
        if (end - start < 2 * SHORTEST - 8) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (base32(text.charAt(i)) < 0 && text.charAt(i) != '=') {
                return false;
            }
        }
        return true;
    }

    private static int base32(char c) {
        return c >= 'A' && c <= 'Z' ? c - 'A' : c >= '2' && c <= '7' ? c - '2' + 26 : -1;
    }

    private static byte[] base32(String text, int start, int end) {
        byte[] bytes = new byte[(end - start) * 5 / 8];
        int count = 0;
        int bits = 0;
        int held = 0;
        for (int i = start; i < end && text.charAt(i) != '='; i++) {
            held = (held << 5 | base32(text.charAt(i))) & 0xFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[count++] = (byte) (held >> bits);
            }
        }
        return Arrays.copyOf(bytes, count);
    }

    /// The numbers of characters, as decimals that stand apart: `73 103 110` or `73, 103, 110`.
    ///
    /// @return the offset behind them, or the one that was given
    private static int codes(String text, int start, List<Decoded> found) {
        var codes = new StringBuilder();
        int at = start;
        int end = start;
        while (at < text.length()) {
            int number = 0;
            int from = at;
            while (at < text.length() && isDigit(text.charAt(at)) && at - from < 4) {
                number = number * 10 + text.charAt(at++) - '0';
            }
            boolean letter = number >= 0x20 && number < 0x7F || number == '\n';
            if (at == from || !letter) {
                break;
            }
            codes.append((char) number);
            end = at;
            while (at < text.length() && at - end < 2 && " ,".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            if (at == end) {
                break;
            }
        }
        if (codes.length() < SHORTEST) {
            return start;
        }
        found.add(new Decoded(codes.toString(), start, end));
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// PowerShell writes each letter in two bytes.
    private static byte[] narrowed(byte[] bytes) {
        if (bytes.length < 4 || bytes[1] != 0 || bytes[3] != 0) {
            return bytes;
        }
        byte[] narrow = new byte[bytes.length / 2];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = bytes[2 * i];
        }
        return narrow;
    }

    private static byte[] hexadecimal(String text, int start, int end) {
        byte[] bytes = new byte[(end - start) / 2];
        for (int i = 0; i < bytes.length; i++) {
            int high = Character.digit(text.charAt(start + 2 * i), 16);
            bytes[i] = (byte) (high << 4 | Character.digit(text.charAt(start + 2 * i + 1), 16));
        }
        return bytes;
    }

    /// Bytes that stand apart: `49 67 6e` or `01001001 01100111`.
    private static int groups(String text, int start, int width, List<Decoded> found) {
        byte[] bytes = new byte[512];
        int count = 0;
        int at = start;
        while (count < bytes.length && at + width <= text.length()) {
            int value = value(text, at, width);
            boolean ends = at + width == text.length() || !isBase64(text.charAt(at + width));
            if (value < 0 || !ends) {
                break;
            }
            bytes[count++] = (byte) value;
            at = Math.min(text.length(), at + width + 1);
        }
        if (count >= SHORTEST) {
            add(Arrays.copyOf(bytes, count), start, Math.min(at, text.length()), found);
            return at;
        }
        return start + width;
    }

    private static int value(String text, int at, int width) {
        int value = 0;
        for (int i = at; i < at + width; i++) {
            int digit = Character.digit(text.charAt(i), width == 8 ? 2 : 16);
            if (digit < 0) {
                return -1;
            }
            value = value * (width == 8 ? 2 : 16) + digit;
        }
        return value;
    }

    private static boolean isText(byte[] bytes) {
        int spaces = 0;
        for (byte b : bytes) {
            if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' || b == 0x7F) {
                return false;
            }
            spaces += b == ' ' || b == '%' || b == '+' ? 1 : 0;
        }
        return bytes.length >= 10
                && (spaces > 0 || bytes.length >= SHORTEST)
                && new String(bytes, UTF_8).indexOf('\uFFFD') < 0;
    }
}
