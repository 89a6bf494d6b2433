package dev.cattlegrid.shell;

/// The body of a `<<-` here-document without the tabs that begin its lines.
final class Tabs {
    private Tabs() {}

    static Cursor stripped(Cursor cursor, int from, int to, boolean quoted) {
        char[] chars = new char[to - from];
        int[] origin = new int[to - from + 1];
        int length = 0;
        boolean lineStart = true;
        for (int i = from; i < to; i++) {
            char c = cursor.charAt(i);
            if (lineStart && c == '\t') {
                continue;
            }
            lineStart = c == '\n';
            chars[length] = c;
            origin[length++] = cursor.originOf(i);
            if (c == '\\' && !quoted && i + 1 < to) {
                i++;
                chars[length] = cursor.charAt(i);
                origin[length++] = cursor.originOf(i);
            }
        }
        origin[length] = cursor.originOf(to);
        return new Cursor(chars, origin, 0, length);
    }
}
