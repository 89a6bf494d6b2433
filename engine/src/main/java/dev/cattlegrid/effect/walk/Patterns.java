package dev.cattlegrid.effect.walk;

import java.util.ArrayList;
import java.util.List;

/// Shell patterns against text: `*`, `?`, `[...]`, a backslash for a plain character, and extended patterns.
final class Patterns {
    /// Comparisons after which a hostile pattern is given up.
    private static final int EFFORT = 200_000;

    private final String pattern;
    private int effort = EFFORT;

    private Patterns(String pattern) {
        this.pattern = pattern;
    }

    static boolean matches(String pattern, String text) {
        return test(pattern, text) == Status.TRUE;
    }

    /// Unknown where finding out is too much.
    static Status test(String pattern, String text) {
        var matcher = new Patterns(pattern);
        boolean matches = matcher.match(0, pattern.length(), text, 0, text.length());
        return matcher.effort < 0 ? Status.UNKNOWN : Status.of(matches);
    }

    /// The end of the shortest or longest beginning of the text that matches; -1 where none does.
    static int beginning(String pattern, String text, boolean longest) {
        var matcher = new Patterns(pattern);
        for (int i = 0; i <= text.length(); i++) {
            int end = longest ? text.length() - i : i;
            if (matcher.match(0, pattern.length(), text, 0, end)) {
                return end;
            }
        }
        return -1;
    }

    /// The start of the shortest or longest end of the text that matches; -1 where none does.
    static int ending(String pattern, String text, boolean longest) {
        var matcher = new Patterns(pattern);
        for (int i = 0; i <= text.length(); i++) {
            int start = longest ? i : text.length() - i;
            if (matcher.match(0, pattern.length(), text, start, text.length())) {
                return start;
            }
        }
        return -1;
    }

    /// The longest match that starts at a place; -1 where none does.
    static int longestAt(String pattern, String text, int start) {
        var matcher = new Patterns(pattern);
        for (int end = text.length(); end >= start; end--) {
            if (matcher.match(0, pattern.length(), text, start, end)) {
                return end;
            }
        }
        return -1;
    }

    private boolean match(int p, int pEnd, String text, int t, int tEnd) {
        int starPattern = -1;
        int starText = -1;
        while (true) {
            effort--;
            if (effort < 0) {
                return false;
            }
            if (p < pEnd && isExtended(p, pEnd)) {
                if (extended(p, pEnd, text, t, tEnd)) {
                    return true;
                }
            } else if (p < pEnd && pattern.charAt(p) == '*') {
                starPattern = p;
                starText = t;
                p++;
                continue;
            } else if (p == pEnd && t == tEnd) {
                return true;
            } else if (p < pEnd && t < tEnd) {
                int next = one(p, pEnd, text.charAt(t));
                if (next >= 0) {
                    p = next;
                    t++;
                    continue;
                }
            }
            if (starPattern < 0 || starText >= tEnd) {
                return false;
            }
            starText++;
            t = starText;
            p = starPattern + 1;
        }
    }

    /// What stands behind one character's worth of pattern that takes this character; -1 where it does not.
    private int one(int p, int pEnd, char c) {
        char wanted = pattern.charAt(p);
        if (wanted == '?') {
            return p + 1;
        }
        if (wanted == '\\' && p + 1 < pEnd) {
            return pattern.charAt(p + 1) == c ? p + 2 : -1;
        }
        if (wanted == '[') {
            int end = closing(p, pEnd);
            if (end > 0) {
                return inSet(p + 1, end, c) ? end + 1 : -1;
            }
        }
        return wanted == c ? p + 1 : -1;
    }

    private int closing(int open, int pEnd) {
        int i = open + 1;
        if (i < pEnd && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^')) {
            i++;
        }
        if (i < pEnd && pattern.charAt(i) == ']') {
            i++;
        }
        while (i < pEnd && pattern.charAt(i) != ']') {
            if (pattern.startsWith("[:", i)) {
                int close = pattern.indexOf(":]", i + 2);
                i = close < 0 ? i + 1 : close + 2;
            } else {
                i += pattern.charAt(i) == '\\' ? 2 : 1;
            }
        }
        return i < pEnd ? i : -1;
    }

    private boolean inSet(int start, int end, char c) {
        int i = start;
        boolean negated = pattern.charAt(i) == '!' || pattern.charAt(i) == '^';
        if (negated) {
            i++;
        }
        boolean found = false;
        boolean first = true;
        while (i < end || first && i <= end) {
            first = false;
            if (pattern.startsWith("[:", i)) {
                int close = pattern.indexOf(":]", i + 2);
                if (close > 0 && close < end) {
                    found |= inClass(pattern.substring(i + 2, close), c);
                    i = close + 2;
                    continue;
                }
            }
            char low = pattern.charAt(i);
            if (low == '\\' && i + 1 < end) {
                i++;
                low = pattern.charAt(i);
            }
            i++;
            if (i + 1 < end && pattern.charAt(i) == '-') {
                char high = pattern.charAt(i + 1);
                found |= low <= c && c <= high;
                i += 2;
            } else {
                found |= low == c;
            }
        }
        return found != negated;
    }

    private static boolean inClass(String name, char c) {
        return switch (name) {
            case "alpha" -> Character.isLetter(c);
            case "digit" -> c >= '0' && c <= '9';
            case "alnum" -> Character.isLetterOrDigit(c);
            case "upper" -> Character.isUpperCase(c);
            case "lower" -> Character.isLowerCase(c);
            case "space" -> Character.isWhitespace(c);
            case "blank" -> c == ' ' || c == '\t';
            case "punct" -> c > 32 && c < 127 && !Character.isLetterOrDigit(c);
            case "xdigit" -> Character.digit(c, 16) >= 0;
            default -> false;
        };
    }

    private boolean isExtended(int p, int pEnd) {
        return p + 1 < pEnd
                && pattern.charAt(p + 1) == '('
                && "?*+@!".indexOf(pattern.charAt(p)) >= 0;
    }

    private boolean extended(int p, int pEnd, String text, int t, int tEnd) {
        var alternatives = new ArrayList<int[]>();
        int close = alternatives(p + 2, pEnd, alternatives);
        if (close < 0) {
            return false;
        }
        return repeat(pattern.charAt(p), alternatives, close + 1, pEnd, text, t, tEnd, 0);
    }

    private boolean repeat(
            char operator,
            List<int[]> alternatives,
            int rest,
            int pEnd,
            String text,
            int t,
            int tEnd,
            int round) {
        boolean mayStop =
                switch (operator) {
                    case '?', '*' -> true;
                    case '+', '@' -> round > 0;
                    default -> false;
                };
        if (mayStop && match(rest, pEnd, text, t, tEnd)) {
            return true;
        }
        boolean once = operator == '?' || operator == '@';
        if (once && round > 0 || round > 40) {
            return false;
        }
        for (int end = tEnd; end >= t; end--) {
            boolean any = false;
            for (int[] alternative : alternatives) {
                any |= match(alternative[0], alternative[1], text, t, end);
            }
            if (operator == '!') {
                if (!any && match(rest, pEnd, text, end, tEnd)) {
                    return true;
                }
            } else if (any
                    && (end > t || round == 0)
                    && repeat(operator, alternatives, rest, pEnd, text, end, tEnd, round + 1)) {
                return true;
            }
        }
        return false;
    }

    /// Notes where each alternative starts and ends; where the parenthesis closes, or -1.
    private int alternatives(int start, int pEnd, List<int[]> found) {
        int depth = 0;
        int from = start;
        for (int i = start; i < pEnd; i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (c == ')' || c == '|' && depth == 0) {
                found.add(new int[] {from, i});
                from = i + 1;
                if (c == ')') {
                    return i;
                }
            }
        }
        return -1;
    }
}
