package dev.cattlegrid.effect.code;

/// Backslash escapes as Python, JavaScript, Perl and Ruby share them.
final class Escapes {
    private Escapes() {}

    static String plain(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        var out = new StringBuilder();
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at++);
            if (c != '\\' || at == raw.length()) {
                out.append(c);
                continue;
            }
            char e = raw.charAt(at++);
            switch (e) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'a' -> out.append('\u0007');
                case 'v' -> out.append('\u000b');
                case 'e' -> out.append('\u001b');
                case '\n' -> {}
                case 'x' -> at = code(raw, at, 2, out);
                case 'u' ->
                        at = raw.startsWith("{", at) ? braced(raw, at, out) : code(raw, at, 4, out);
                case 'U' -> at = code(raw, at, 8, out);
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    int end = at;
                    while (end < raw.length()
                            && end < at + 2
                            && raw.charAt(end) >= '0'
                            && raw.charAt(end) <= '7') {
                        end++;
                    }
                    out.append((char) Integer.parseInt(raw.substring(at - 1, end), 8));
                    at = end;
                }
                case '\\', '\'', '"', '`', '$', '/' -> out.append(e);
                default -> out.append('\\').append(e);
            }
        }
        return out.toString();
    }

    private static int code(String raw, int at, int digits, StringBuilder out) {
        int end = Math.min(at + digits, raw.length());
        int code = number(raw.substring(at, end));
        if (code < 0 || end - at < digits) {
            return at;
        }
        out.appendCodePoint(code);
        return end;
    }

    private static int braced(String raw, int at, StringBuilder out) {
        int close = raw.indexOf('}', at);
        int code = close < 0 ? -1 : number(raw.substring(at + 1, close));
        if (code < 0) {
            return at;
        }
        out.appendCodePoint(code);
        return close + 1;
    }

    private static int number(String hex) {
        int code = 0;
        for (int i = 0; i < hex.length(); i++) {
            int digit = Character.digit(hex.charAt(i), 16);
            if (digit < 0 || code > 0x10ffff) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return hex.isEmpty() || code > 0x10ffff ? -1 : code;
    }
}
