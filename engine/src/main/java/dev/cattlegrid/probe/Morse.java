package dev.cattlegrid.probe;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A line in dots and dashes, as letters.
final class Morse {
    private static final int LEAST = 16;
    private static final int LONGEST_SIGN = 5;

    private static final String[] SIGNS = {
        ".-", "-...", "-.-.", "-..", ".", "..-.", "--.", "....", "..", ".---", "-.-", ".-..", "--",
        "-.", "---", ".--.", "--.-", ".-.", "...", "-", "..-", "...-", ".--", "-..-", "-.--",
                "--..",
        "-----", ".----", "..---", "...--", "....-", ".....", "-....", "--...", "---..", "----."
    };

    private static final Map<String, Character> LETTERS = letters();

    private Morse() {}

    private static Map<String, Character> letters() {
        var letters = new HashMap<String, Character>();
        for (int i = 0; i < SIGNS.length; i++) {
            letters.put(SIGNS[i], (char) (i < 26 ? 'a' + i : '0' + i - 26));
        }
        return letters;
    }

    /// @return nothing where too few signs stand there
    static Optional<String> read(String line) {
        var text = new StringBuilder();
        int signs = 0;
        int at = 0;
        while (at < line.length()) {
            int from = at;
            while (at < line.length() && isSign(line.charAt(at))) {
                at++;
            }
            Character letter =
                    at - from > LONGEST_SIGN ? null : LETTERS.get(line.substring(from, at));
            if (letter != null) {
                text.append(letter.charValue());
                signs++;
            }
            if (at < line.length() && (line.charAt(at) == '/' || line.charAt(at) == '|')) {
                text.append(' ');
            }
            at++;
        }
        return signs < LEAST ? Optional.empty() : Optional.of(text.toString());
    }

    private static boolean isSign(char c) {
        return c == '.' || c == '-';
    }
}
