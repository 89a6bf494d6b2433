package dev.cattlegrid.shell;

/// The text of a here-document's body.
final class Bodies {
    private Bodies() {}

    /// The body as bash hands it on: its last line ended, and for `<<-` without the tabs that begin its lines.
    static Cursor text(Cursor cursor, HereDocuments.Body body, boolean stripped, boolean quoted) {
        int from = body.from();
        int to = body.to();
        boolean ended = to == from || cursor.charAt(to - 1) == '\n';
        if (ended && !stripped) {
            return cursor.over(from, to);
        }
        char[] chars = new char[to - from + 1];
        int[] origin = new int[to - from + 2];
        int length = 0;
        boolean lineStart = stripped;
        for (int i = from; i < to; i++) {
            char c = cursor.charAt(i);
            if (lineStart && c == '\t') {
                continue;
            }
            lineStart = stripped && c == '\n';
            chars[length] = c;
            origin[length++] = cursor.originOf(i);
            if (c == '\\' && !quoted && i + 1 < to) {
                i++;
                chars[length] = cursor.charAt(i);
                origin[length++] = cursor.originOf(i);
            }
        }
        if (!ended) {
            chars[length] = '\n';
            origin[length++] = cursor.originOf(to - 1);
        }
        origin[length] = cursor.originOf(to);
        return new Cursor(chars, origin, 0, length);
    }
}
