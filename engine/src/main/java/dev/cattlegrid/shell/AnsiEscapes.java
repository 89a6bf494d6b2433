package dev.cattlegrid.shell;

/// The escapes of `$'...'`.
final class AnsiEscapes {
    private final String text;
    private final StringBuilder value = new StringBuilder();
    private int at;

    private AnsiEscapes(String text) {
        this.text = text;
    }

    /// What the text stands for; bytes above 127 come out as the character that UTF-8 makes of them where they do
    /// make one. A NUL ends it.
    static String resolved(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var escapes = new AnsiEscapes(text);
        while (escapes.at < text.length()) {
            if (!escapes.next()) {
                break;
            }
        }
        return Bytes.joined(escapes.value);
    }

    /// Appends `$'...'` that stands for the value.
    static void append(String value, StringBuilder out) {
        out.append("$'");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\'' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == 127) {
                out.append('\\').append(c >> 6).append(c >> 3 & 7).append(c & 7);
            } else {
                out.append(c);
            }
        }
        out.append('\'');
    }

    /// @return false when a NUL ends the value
    private boolean next() {
        char c = text.charAt(at++);
        if (c != '\\' || at == text.length()) {
            value.append(c);
            return true;
        }
        char kind = text.charAt(at++);
        return switch (kind) {
            case 'a' -> plain('\u0007');
            case 'b' -> plain('\b');
            case 'e', 'E' -> plain('\u001b');
            case 'f' -> plain('\f');
            case 'n' -> plain('\n');
            case 'r' -> plain('\r');
            case 't' -> plain('\t');
            case 'v' -> plain('\u000b');
            case '\\', '\'', '"', '?' -> plain(kind);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
            case 'x' -> hexadecimal();
            case 'u' -> codePoint(4, kind);
            case 'U' -> codePoint(8, kind);
            case 'c' -> control();
            default -> {
                value.append('\\');
                yield plain(kind);
            }
        };
    }

    private boolean plain(char c) {
        value.append(c);
        return true;
    }

    private boolean octal() {
        at--;
        int number = 0;
        for (int i = 0;
                i < 3 && at < text.length() && Character.digit(text.charAt(at), 8) >= 0;
                i++) {
            number = number * 8 + Character.digit(text.charAt(at++), 8);
        }
        return aByte(number & 0xff);
    }

    private boolean hexadecimal() {
        boolean braced = at < text.length() && text.charAt(at) == '{';
        int from = braced ? at + 1 : at;
        int to = from;
        int number = 0;
        int most = braced ? text.length() : Math.min(text.length(), from + 2);
        while (to < most && isHexadecimal(text.charAt(to))) {
            number = (number << 4 | Character.digit(text.charAt(to++), 16)) & 0xff;
        }
        if (to == from) {
            value.append("\\x");
            return true;
        }
        at = braced && to < text.length() && text.charAt(to) == '}' ? to + 1 : to;
        return aByte(number);
    }

    private boolean codePoint(int most, char kind) {
        int from = at;
        int number = 0;
        while (at < text.length() && at < from + most && isHexadecimal(text.charAt(at))) {
            number = number << 4 | Character.digit(text.charAt(at++), 16);
        }
        if (at == from) {
            value.append('\\');
            return plain(kind);
        }
        if (number == 0) {
            return false;
        }
        value.appendCodePoint(Character.isValidCodePoint(number) ? number : 0xfffd);
        return true;
    }

    private boolean control() {
        if (at == text.length()) {
            value.append("\\c");
            return true;
        }
        char c = text.charAt(at++);
        if (c == '\\' && at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        return aByte(c == '?' ? 127 : Character.toUpperCase(c) & 0x1f);
    }

    private boolean aByte(int number) {
        if (number == 0) {
            return false;
        }
        value.append(number < 128 ? (char) number : Bytes.marked(number));
        return true;
    }

    private static boolean isHexadecimal(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }
}
