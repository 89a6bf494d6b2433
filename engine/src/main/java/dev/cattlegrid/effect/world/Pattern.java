package dev.cattlegrid.effect.world;

/// Matches one name against one shell pattern, without regular expressions.
///
/// Source: POSIX.1-2024, 2.14 *Pattern Matching Notation*; `*`, `?`, `[...]` with ranges, `!` or `^`, classes; a
/// backslash takes a character as it is.
final class Pattern {
    private Pattern() {}

    /// Whether a pattern matches a whole name; takes at most pattern length times name length steps.
    static boolean matches(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
                continue;
            }
            int next = p < pattern.length() ? one(pattern, p, name.charAt(n)) : -1;
            if (next >= 0) {
                p = next;
                n++;
                continue;
            }
            if (star < 0) {
                return false;
            }
            p = star + 1;
            n = ++resume;
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /// Where the pattern goes on if its piece at `p` takes the character; -1 if it does not.
    private static int one(String pattern, int p, char c) {
        char wanted = pattern.charAt(p);
        if (wanted == '?') {
            return p + 1;
        }
        if (wanted == '[') {
            return bracket(pattern, p, c);
        }
        if (wanted == '\\' && p + 1 < pattern.length()) {
            return pattern.charAt(p + 1) == c ? p + 2 : -1;
        }
        return wanted == c ? p + 1 : -1;
    }

    private static int bracket(String pattern, int open, char c) {
        int close = closing(pattern, open);
        if (close < 0) {
            return c == '[' ? open + 1 : -1;
        }
        int at = open + 1;
        boolean negated = pattern.charAt(at) == '!' || pattern.charAt(at) == '^';
        if (negated) {
            at++;
        }
        return holds(pattern, at, close, c) != negated ? close + 1 : -1;
    }

    private static boolean holds(String pattern, int from, int close, char c) {
        boolean found = false;
        int at = from;
        while (at < close) {
            if (pattern.startsWith("[:", at)) {
                int end = pattern.indexOf(":]", at + 2);
                if (end > 0 && end < close) {
                    found |= isOf(pattern.substring(at + 2, end), c);
                    at = end + 2;
                    continue;
                }
            }
            if (pattern.charAt(at) == '\\' && at + 1 < close) {
                at++;
            }
            char first = pattern.charAt(at);
            if (at + 2 < close && pattern.charAt(at + 1) == '-') {
                found |= first <= c && c <= pattern.charAt(at + 2);
                at += 3;
            } else {
                found |= first == c;
                at++;
            }
        }
        return found;
    }

    private static boolean isOf(String kind, char c) {
        return switch (kind) {
            case "alpha" -> Character.isLetter(c);
            case "digit" -> c >= '0' && c <= '9';
            case "alnum" -> Character.isLetterOrDigit(c);
            case "upper" -> Character.isUpperCase(c);
            case "lower" -> Character.isLowerCase(c);
            case "space" -> Character.isWhitespace(c);
            case "blank" -> c == ' ' || c == '\t';
            case "punct" -> c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
            case "xdigit" -> Character.digit(c, 16) >= 0 && c < 0x80;
            case "cntrl" -> Character.isISOControl(c);
            case "graph" -> c > ' ' && c != 0x7f;
            case "print" -> c >= ' ' && c != 0x7f;
            default -> true;
        };
    }

    /// The end of a bracket expression that begins at `open`; -1 where it has none and `[` is a plain character.
    static int closing(String pattern, int open) {
        int at = open + 1;
        if (at < pattern.length() && (pattern.charAt(at) == '!' || pattern.charAt(at) == '^')) {
            at++;
        }
        if (at < pattern.length() && pattern.charAt(at) == ']') {
            at++;
        }
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == ']') {
                return at;
            }
            if (pattern.startsWith("[:", at)) {
                int end = pattern.indexOf(":]", at + 2);
                at = end > 0 ? end + 2 : at + 1;
            } else {
                at += c == '\\' ? 2 : 1;
            }
        }
        return -1;
    }

    /// Whether any character of it is active.
    static boolean isActive(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '*', '?' -> {
                    return true;
                }
                case '[' -> {
                    if (closing(pattern, i) > 0) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    /// The name that a pattern without active characters stands for.
    static String literal(String pattern) {
        if (pattern.indexOf('\\') < 0) {
            return pattern;
        }
        var text = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '\\' && i + 1 < pattern.length()) {
                i++;
            }
            text.append(pattern.charAt(i));
        }
        return text.toString();
    }

    /// A text as a pattern that stands for itself alone.
    static String escaped(String text) {
        var pattern = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '?' || c == '[' || c == '\\') {
                pattern.append('\\');
            }
            pattern.append(c);
        }
        return pattern.toString();
    }
}
