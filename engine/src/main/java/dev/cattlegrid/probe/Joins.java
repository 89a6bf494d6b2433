package dev.cattlegrid.probe;

import java.util.Optional;

/// Strings of code that are put together from pieces: `"Igno" + "re all"`.
final class Joins {
    private static final int LEAST = 2;

    private Joins() {}

    /// The line with its pieces put together.
    ///
    /// @return nothing where no string is put together from at least three
    static Optional<String> read(String line) {
        int plus = line.indexOf('+');
        if (plus < 0 || line.indexOf('+', plus + 1) < 0) {
            return Optional.empty();
        }
        var joined = new StringBuilder(line.length());
        int count = 0;
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            int next = c == '"' || c == '\'' ? joint(line, at) : at;
            if (next > at) {
                count++;
                at = next;
            } else {
                joined.append(c);
                at++;
            }
        }
        return count < LEAST ? Optional.empty() : Optional.of(joined.toString());
    }

    /// The offset behind the quote that opens again behind a plus; the same offset where there is none.
    private static int joint(String line, int quote) {
        int plus = blanks(line, quote + 1);
        if (plus >= line.length() || line.charAt(plus) != '+') {
            return quote;
        }
        int open = blanks(line, plus + 1);
        return open < line.length() && line.charAt(open) == line.charAt(quote) ? open + 1 : quote;
    }

    private static int blanks(String line, int at) {
        int i = at;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
