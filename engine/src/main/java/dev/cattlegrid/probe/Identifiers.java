package dev.cattlegrid.probe;

/// Tells the names of programs from the words of people: options, fields, functions, variables.
final class Identifiers {
    private static final int LONGEST_OPTION = 40;

    private final String text;
    private final int from;
    private final int at;

    private Identifiers(String text, int from, int to) {
        this.text = text;
        this.from = from;
        at = to;
    }

    /// Whether the word that stands here is part of a name.
    static boolean isOne(String text, int from, int to) {
        return new Identifiers(text, from, to).isIdentifier();
    }

    private boolean isIdentifier() {
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        char next = at < text.length() ? text.charAt(at) : ' ';
        char second = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        boolean option = before == '-' && isOptionStart();
        boolean field =
                before == '"' && next == '"' && (second == ':' || second == ',' || second == ']');
        boolean key =
                next == ':'
                        && second == ' '
                        && Character.isLowerCase(text.charAt(from))
                        && (before == '\n' || before == ' ' && isLineStart());
        return field
                || key
                || before == '_'
                || before == '|'
                || next == '|'
                || before == '$'
                || before == '@'
                || before == '.' && from > 1 && Letters.isWordPart(text.charAt(from - 2))
                || option
                || next == '_'
                || next == '('
                || next == '.' && Letters.isLetter(second)
                || next == '=';
    }

    /// Whether only blanks and the mark of a list stand before a word: there a word before a colon is the name of a field.
    private boolean isLineStart() {
        int i = from;
        while (i > 0 && from - i < LONGEST_OPTION && " -".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return i == 0 || text.charAt(i - 1) == '\n';
    }

    /// Whether a dash before a word belongs to an option: `--system-prompt`.
    private boolean isOptionStart() {
        int i = from - 1;
        while (i > 0 && from - i < LONGEST_OPTION && isInOption(text.charAt(i - 1))) {
            i--;
        }
        return text.charAt(i) == '-'
                && (i == 0 || " `\"'[(|\t\n".indexOf(text.charAt(i - 1)) >= 0)
                && text.charAt(i + 1) != ' ';
    }

    private static boolean isInOption(char c) {
        return c == '-' || Letters.isWordPart(c);
    }
}
