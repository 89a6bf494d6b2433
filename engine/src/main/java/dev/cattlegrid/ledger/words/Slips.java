package dev.cattlegrid.ledger.words;

import java.util.Optional;

/// Slips of the pen. They count where something is forbidden, and never where it is allowed.
final class Slips {
    private static final int SHORTEST = 4;

    private Slips() {}

    /// The act whose word this is but for one letter wrong, missing, too many, or two changed about.
    static Optional<Act> act(String word, Language language) {
        if (word.length() < SHORTEST) {
            return Optional.empty();
        }
        Optional<Act> own = in(word, language);
        return own.isPresent() || language.equals(Language.ENGLISH)
                ? own
                : in(word, Language.ENGLISH);
    }

    private static Optional<Act> in(String word, Language language) {
        return language.acts().stream()
                .filter(phrase -> isNear(word, phrase.parts().getFirst()))
                .findFirst()
                .flatMap(phrase -> phrase.lexeme().act());
    }

    static boolean isNear(String one, String other) {
        if (other.length() < SHORTEST || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int at = 0;
        int shorter = Math.min(one.length(), other.length());
        while (at < shorter && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        String left = one.substring(at);
        String right = other.substring(at);
        if (one.length() != other.length()) {
            return one.length() > other.length()
                    ? left.substring(1).equals(right)
                    : right.substring(1).equals(left);
        }
        if (left.isEmpty()) {
            return true;
        }
        boolean swapped =
                left.length() > 1
                        && left.charAt(0) == right.charAt(1)
                        && left.charAt(1) == right.charAt(0)
                        && left.substring(2).equals(right.substring(2));
        return swapped || left.substring(1).equals(right.substring(1));
    }
}
