package dev.cattlegrid.agent.tool;

/// Long texts, cut for a model.
final class Text {
    /// Characters of an output that a model is given.
    static final int MOST = 30_000;

    private Text() {}

    /// The beginning and the end of what is too long.
    static String middleOut(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int half = MOST / 2;
        int lost = text.length() - 2 * half;
        return text.substring(0, half)
                + "\n\n[… %d characters left out …]\n\n".formatted(lost)
                + text.substring(text.length() - half);
    }
}
