package dev.cattlegrid.shell;

/// The text between backquotes without the backslashes that guard it there.
final class Backquotes {
    private Backquotes() {}

    static Cursor unescaped(Cursor cursor, int from, int to, boolean quoted) {
        int backslash = from;
        while (backslash < to && cursor.charAt(backslash) != '\\') {
            backslash++;
        }
        if (backslash == to) {
            return cursor.over(from, to);
        }
        char[] chars = new char[to - from];
        int[] origin = new int[to - from + 1];
        int length = 0;
        for (int i = from; i < to; i++) {
            boolean guards =
                    cursor.charAt(i) == '\\'
                            && i + 1 < to
                            && isGuarded(cursor.charAt(i + 1), quoted);
            if (guards) {
                i++;
            }
            chars[length] = cursor.charAt(i);
            origin[length++] = cursor.originOf(i);
            if (!guards && cursor.charAt(i) == '\\' && i + 1 < to) {
                i++;
                chars[length] = cursor.charAt(i);
                origin[length++] = cursor.originOf(i);
            }
        }
        origin[length] = cursor.originOf(to);
        return new Cursor(chars, origin, 0, length);
    }

    private static boolean isGuarded(char c, boolean quoted) {
        return c == '\\' || c == '$' || c == '`' || quoted && c == '"';
    }
}
