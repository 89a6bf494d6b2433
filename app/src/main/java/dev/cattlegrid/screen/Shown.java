package dev.cattlegrid.screen;

/// Text from outside, made fit to be shown: it cannot steer a terminal, change the order in which letters are read,
/// hide anything, or go on without end.
///
/// Everything that the gate shows or says to an agent and did not write itself passes here.
public record Shown(String text) {
    /// The usual limit, in characters: a name, a sentence, a piece of a command.
    public static final int SENTENCE = 400;

    /// Fits on one line: line ends and tabs are shown as `\n` and `\t`.
    public static Shown line(String raw) {
        return line(raw, SENTENCE);
    }

    public static Shown line(String raw, int limit) {
        return new Shown(shown(raw, limit, false));
    }

    /// Keeps its lines; a tab becomes blanks up to the next multiple of four.
    public static Shown lines(String raw, int limit) {
        return new Shown(shown(raw, limit, true));
    }

    /// A name that somebody else chose, in backquotes, so that it cannot be taken for our own words.
    public static Shown name(String raw) {
        return new Shown("`" + shown(raw, 120, false).replace('`', '\'') + "`");
    }

    @Override
    public String toString() {
        return text;
    }

    /// Whether a character may stand as it is.
    static boolean isPlain(int c) {
        if (c >= ' ' && c < 0x7f) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.SPACE_SEPARATOR -> c == ' ' || c == 0x3000;
            default -> !isBlankOrVariation(c);
        };
    }

    /// How a character that may not stand as it is gets shown.
    static String escaped(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case 0x1b -> "\\e";
            case 0xa0 -> "\\u{a0}";
            default -> "\\u{" + Integer.toHexString(c) + "}";
        };
    }

    /// How many columns a terminal gives a character.
    static int columns(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    private static String shown(String raw, int limit, boolean keepLines) {
        var text = new StringBuilder(Math.min(raw.length(), limit) + 16);
        int column = 0;
        int marks = 0;
        for (int at = 0; at < raw.length(); at += Character.charCount(raw.codePointAt(at))) {
            if (text.length() >= limit) {
                return text.append('…').toString();
            }
            int c = raw.codePointAt(at);
            marks = columns(c) == 0 ? marks + 1 : 0;
            if (keepLines && c == '\n') {
                text.append('\n');
                column = 0;
            } else if (keepLines && c == '\t') {
                int blanks = 4 - column % 4;
                text.repeat(' ', blanks);
                column += blanks;
            } else if (isPlain(c) && marks <= 4) {
                text.appendCodePoint(c);
                column += columns(c);
            } else {
                String escape = escaped(c);
                text.append(escape);
                column += escape.length();
            }
        }
        return text.toString();
    }

    /// Letters that look like nothing, and marks that change how the letter before them looks.
    private static boolean isBlankOrVariation(int c) {
        return c == 0x115f
                || c == 0x1160
                || c == 0x3164
                || c == 0xffa0
                || c == 0x2800
                || c == 0x34f
                || (c >= 0x17b4 && c <= 0x17b5)
                || (c >= 0x180b && c <= 0x180f)
                || (c >= 0xfe00 && c <= 0xfe0f)
                || (c >= 0xe0100 && c <= 0xe01ef);
    }

    /// The ranges of East Asian wide and fullwidth characters, and of emoji (Unicode TR 11).
    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115f
                        || (c >= 0x2e80 && c <= 0x303e)
                        || (c >= 0x3041 && c <= 0xa4cf)
                        || (c >= 0xa960 && c <= 0xa97f)
                        || (c >= 0xac00 && c <= 0xd7a3)
                        || (c >= 0xf900 && c <= 0xfaff)
                        || (c >= 0xfe30 && c <= 0xfe6f)
                        || (c >= 0xff00 && c <= 0xff60)
                        || (c >= 0xffe0 && c <= 0xffe6)
                        || (c >= 0x1f300 && c <= 0x1f64f)
                        || (c >= 0x1f680 && c <= 0x1f6ff)
                        || (c >= 0x1f900 && c <= 0x1faff)
                        || (c >= 0x20000 && c <= 0x3fffd));
    }
}
