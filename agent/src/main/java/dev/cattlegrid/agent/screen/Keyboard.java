package dev.cattlegrid.agent.screen;

import java.io.IOException;

/// What a terminal sends, to keys: letters, control characters, and the sequences that begin with an escape.
final class Keyboard {
    /// How long the rest of a sequence may take; an escape with nothing behind it is the key itself.
    static final long REST = 60;

    private static final int ESC = 27;
    private static final int LONGEST_SEQUENCE = 32;
    private static final int LONGEST_PASTE = 4 << 20;
    private static final String END_OF_PASTE = "\033[201~";

    private final Source source;

    Keyboard(Source source) {
        this.source = source;
    }

    /// Where characters come from.
    @FunctionalInterface
    interface Source {
        /// @param millis how long to wait; 0: for ever
        /// @return a UTF-16 code unit; -1 at the end, another negative number where none came in time
        int next(long millis) throws IOException;
    }

    /// Waits for the next key.
    Key next() throws IOException {
        int c = source.next(0);
        if (c == -1) {
            return Key.Named.GONE;
        }
        return c < ' ' || c == 127 ? control(c) : letter(c);
    }

    private Key letter(int c) throws IOException {
        if (c < 0) {
            return Key.Named.OTHER;
        }
        if (Character.isHighSurrogate((char) c)) {
            int low = source.next(REST);
            return low > 0 && Character.isLowSurrogate((char) low)
                    ? new Key.Letter(
                            Character.toString(Character.toCodePoint((char) c, (char) low)))
                    : Key.Named.OTHER;
        }
        return c >= 0x80 && c < 0xa0 ? Key.Named.OTHER : new Key.Letter(Character.toString(c));
    }

    private Key control(int c) throws IOException {
        return switch (c) {
            case 1 -> Key.Named.HOME;
            case 2 -> Key.Named.LEFT;
            case 3 -> Key.Named.BREAK;
            case 4 -> Key.Named.LEAVE;
            case 5 -> Key.Named.END;
            case 6 -> Key.Named.RIGHT;
            case 8, 127 -> Key.Named.BACKSPACE;
            case '\t' -> Key.Named.TAB;
            case '\n' -> Key.Named.NEW_LINE;
            case 11 -> Key.Named.ERASE_AFTER;
            case 12 -> Key.Named.REDRAW;
            case '\r' -> Key.Named.ENTER;
            case 14 -> Key.Named.DOWN;
            case 16 -> Key.Named.UP;
            case 18 -> Key.Named.SEARCH;
            case 21 -> Key.Named.ERASE_BEFORE;
            case 23 -> Key.Named.ERASE_WORD;
            case ESC -> escape();
            default -> Key.Named.OTHER;
        };
    }

    private Key escape() throws IOException {
        int c = source.next(REST);
        return switch (c) {
            case '[' -> sequence();
            case 'O' -> last(source.next(REST), "");
            case '\r', '\n' -> Key.Named.NEW_LINE;
            case 'b' -> Key.Named.WORD_LEFT;
            case 'f' -> Key.Named.WORD_RIGHT;
            case 8, 127 -> Key.Named.ERASE_WORD;
            default -> c < 0 || c == ESC ? Key.Named.ESCAPE : Key.Named.OTHER;
        };
    }

    /// Numbers, then a letter that says which key it is (ECMA-48, 5.4).
    private Key sequence() throws IOException {
        var numbers = new StringBuilder();
        while (numbers.length() < LONGEST_SEQUENCE) {
            int c = source.next(REST);
            if (c < ' ') {
                return Key.Named.OTHER;
            }
            if (c >= '@') {
                return last(c, numbers.toString());
            }
            numbers.append((char) c);
        }
        return Key.Named.OTHER;
    }

    private Key last(int c, String numbers) throws IOException {
        boolean byWord = numbers.endsWith(";5") || numbers.endsWith(";3");
        return switch (c) {
            case 'A' -> Key.Named.UP;
            case 'B' -> Key.Named.DOWN;
            case 'C' -> byWord ? Key.Named.WORD_RIGHT : Key.Named.RIGHT;
            case 'D' -> byWord ? Key.Named.WORD_LEFT : Key.Named.LEFT;
            case 'F' -> Key.Named.END;
            case 'H' -> Key.Named.HOME;
            case 'M' -> Key.Named.ENTER;
            case 'Z' -> Key.Named.SHIFT_TAB;
            case 'u' -> numbers.startsWith("13;") ? Key.Named.NEW_LINE : Key.Named.OTHER;
            case '~' -> numbered(numbers);
            default -> Key.Named.OTHER;
        };
    }

    private Key numbered(String numbers) throws IOException {
        return switch (numbers) {
            case "1", "7" -> Key.Named.HOME;
            case "4", "8" -> Key.Named.END;
            case "3" -> Key.Named.DELETE;
            case "200" -> paste();
            case "27;2;13", "27;3;13" -> Key.Named.NEW_LINE;
            default -> Key.Named.OTHER;
        };
    }

    /// What comes before the mark of the end is text, whatever it looks like. What is longer than anybody pastes is cut.
    private Key paste() throws IOException {
        var text = new StringBuilder();
        var end = new StringBuilder();
        while (true) {
            int c = source.next(2_000);
            if (c < 0) {
                return new Key.Paste(text.append(end).toString());
            }
            end.append((char) c);
            if (end.toString().equals(END_OF_PASTE)) {
                return new Key.Paste(text.toString());
            }
            while (!END_OF_PASTE.startsWith(end.toString())) {
                if (text.length() < LONGEST_PASTE) {
                    text.append(end.charAt(0));
                }
                end.deleteCharAt(0);
            }
        }
    }
}
