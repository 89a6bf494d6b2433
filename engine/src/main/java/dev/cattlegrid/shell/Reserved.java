package dev.cattlegrid.shell;

/// The words that mean something to the grammar where a command may begin.
final class Reserved {
    private static final int LONGEST = 8;

    private final Cursor cursor;

    Reserved(Reading reading) {
        this.cursor = reading.cursor;
    }

    /// The reserved word that stands here, or the empty text.
    String peek() {
        int first = cursor.peek();
        return switch (first) {
            case '!', '[', ']', '{', '}', 'c', 'd', 'e', 'f', 'i', 's', 't', 'u', 'w' ->
                    known(bare());
            default -> "";
        };
    }

    boolean isAt(String word) {
        return cursor.peek() == word.charAt(0) && bare().equals(word);
    }

    boolean take(String word) {
        if (!isAt(word)) {
            return false;
        }
        skip(word);
        return true;
    }

    void skip(String word) {
        for (int i = 0; i < word.length(); i++) {
            cursor.peek();
            cursor.at++;
        }
    }

    /// The word that stands here if it is short and plain, else the empty text.
    private String bare() {
        int at = cursor.at;
        var text = new StringBuilder(LONGEST);
        while (!endsHere()) {
            int next = cursor.peek();
            if (text.length() == LONGEST
                    || next == '\\'
                    || next == '$'
                    || next == '"'
                    || next == '\''
                    || next == '`') {
                cursor.at = at;
                return "";
            }
            text.append((char) next);
            cursor.at++;
        }
        cursor.at = at;
        return text.toString();
    }

    private boolean endsHere() {
        int next = cursor.peek();
        if (next == '<' || next == '>') {
            return cursor.second() != '(';
        }
        return Chars.endsWord(next);
    }

    private static String known(String word) {
        return switch (word) {
            case "!",
                    "[[",
                    "]]",
                    "{",
                    "}",
                    "case",
                    "coproc",
                    "do",
                    "done",
                    "elif",
                    "else",
                    "esac",
                    "fi",
                    "for",
                    "function",
                    "if",
                    "in",
                    "select",
                    "then",
                    "time",
                    "until",
                    "while" ->
                    word;
            default -> "";
        };
    }

    /// Whether the word ends or divides a compound command.
    static boolean closes(String word) {
        return switch (word) {
            case "}", "do", "done", "elif", "else", "esac", "fi", "then" -> true;
            default -> false;
        };
    }
}
