package dev.cattlegrid.shell;

/// What bash takes single characters for. Only ASCII means anything to it.
final class Chars {
    private Chars() {}

    /// Ends a word: space, tab, newline, and the operators' characters. A `\r` or a no-break space does not.
    static boolean endsWord(int c) {
        return switch (c) {
            case Cursor.END, ' ', '\t', '\n', ';', '&', '|', '(', ')', '<', '>' -> true;
            default -> false;
        };
    }

    static boolean beginsName(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    static boolean isName(int c) {
        return beginsName(c) || isDigit(c);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isSpecialParameter(int c) {
        return switch (c) {
            case '@', '*', '#', '?', '-', '$', '!' -> true;
            default -> false;
        };
    }

    static boolean beginsExtendedGlob(int c) {
        return switch (c) {
            case '?', '*', '+', '@', '!' -> true;
            default -> false;
        };
    }

    static boolean isName(String text) {
        if (text.isEmpty() || !beginsName(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!isName(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
