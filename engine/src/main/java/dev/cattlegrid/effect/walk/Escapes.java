package dev.cattlegrid.effect.walk;

import java.util.List;
import java.util.Optional;

/// What `echo -e` and `printf` make of backslashes and of a format.
final class Escapes {
    private Escapes() {}

    static String echo(String text) {
        var out = new StringBuilder(text.length());
        expand(text, out, true);
        return out.toString();
    }

    /// Appends the text with its escapes resolved; false where `\c` ended it.
    private static boolean expand(String text, StringBuilder out, boolean echo) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 >= text.length()) {
                out.append(c);
                i++;
                continue;
            }
            char next = text.charAt(i + 1);
            if (next == 'c' && echo) {
                return false;
            }
            i = escape(text, i + 1, out, echo);
        }
        return true;
    }

    /// @param at the character behind the backslash
    /// @return where the text goes on
    private static int escape(String text, int at, StringBuilder out, boolean echo) {
        char c = text.charAt(at);
        int plain = "abefnrtv\\\"'".indexOf(c);
        if (c == 'E') {
            plain = 2;
        }
        if (plain >= 0) {
            out.append("\u0007\b\u001b\f\n\r\t\u000b\\\"'".charAt(plain));
            return at + 1;
        }
        if (c == 'x') {
            return number(text, at + 1, 16, 2, out);
        }
        if (c == 'u' || c == 'U') {
            return number(text, at + 1, 16, c == 'u' ? 4 : 8, out);
        }
        if (c >= '0' && c <= '7') {
            boolean zero = echo && c == '0';
            return number(text, zero ? at + 1 : at, 8, 3, out);
        }
        out.append('\\').append(c);
        return at + 1;
    }

    private static int number(String text, int start, int radix, int most, StringBuilder out) {
        int end = start;
        int value = 0;
        while (end < text.length()
                && end - start < most
                && Character.digit(text.charAt(end), radix) >= 0) {
            value = value * radix + Character.digit(text.charAt(end), radix);
            end++;
        }
        if (radix == 8) {
            value &= 0xff;
        }
        if (Character.isValidCodePoint(value)) {
            out.appendCodePoint(value);
        }
        return end;
    }

    /// The text that `printf` makes; empty where a directive is not followed.
    static Optional<String> printf(String format, List<String> args) {
        var out = new StringBuilder();
        int used = 0;
        do {
            int[] taken = {used};
            if (!once(format, args, taken, out) || out.length() > Values.LONGEST) {
                return Optional.empty();
            }
            if (taken[0] == used) {
                break;
            }
            used = taken[0];
        } while (used < args.size());
        return Optional.of(out.toString());
    }

    private static boolean once(String format, List<String> args, int[] taken, StringBuilder out) {
        int i = 0;
        while (i < format.length()) {
            char c = format.charAt(i);
            if (c == '\\' && i + 1 < format.length()) {
                i = escape(format, i + 1, out, false);
            } else if (c == '%' && i + 1 < format.length()) {
                i = directive(format, i + 1, args, taken, out);
                if (i < 0) {
                    return false;
                }
            } else {
                out.append(c);
                i++;
            }
        }
        return true;
    }

    private static int directive(
            String format, int at, List<String> args, int[] taken, StringBuilder out) {
        int i = at;
        while (i < format.length() && "-0123456789".indexOf(format.charAt(i)) >= 0) {
            i++;
        }
        if (i >= format.length() || i - at > 4) {
            return -1;
        }
        String flags = format.substring(at, i);
        char kind = format.charAt(i);
        if (kind == '%') {
            out.append('%');
            return i + 1;
        }
        String arg = taken[0] < args.size() ? args.get(taken[0]) : "";
        taken[0]++;
        switch (kind) {
            case 's' -> padded(arg, flags, out);
            case 'b' -> expand(arg, out, true);
            case 'd', 'i' -> {
                Optional<Long> number = arg.isEmpty() ? Optional.of(0L) : Numbers.any(arg);
                if (number.isEmpty()) {
                    return -1;
                }
                padded(Long.toString(number.get()), flags, out);
            }
            case 'q' -> out.append(Simple.quoted(arg));
            default -> {
                return -1;
            }
        }
        return i + 1;
    }

    private static void padded(String text, String flags, StringBuilder out) {
        boolean left = flags.startsWith("-");
        String digits = left ? flags.substring(1) : flags;
        boolean zeros = digits.startsWith("0");
        int width = Numbers.decimal(digits).orElse(0L).intValue();
        String fill = (zeros && !left ? "0" : " ").repeat(Math.max(0, width - text.length()));
        out.append(left ? "" : fill).append(text).append(left ? fill : "");
    }
}
