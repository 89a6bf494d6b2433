package dev.cattlegrid.door;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the name that somebody may have meant.
final class Spelling {
    private Spelling() {}

    /// The name nearest to what was written, if it is near enough to be worth saying.
    static Optional<String> closest(String written, List<String> names) {
        String asked = written.length() > 60 ? written.substring(0, 60) : written;
        return names.stream()
                .filter(name ->
                        name.contains(asked) && asked.length() > 2
                                || distance(asked, name) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(asked, name)));
    }

    /// How many letters have to be changed, put in or left out (Levenshtein).
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + same);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
