package dev.cattlegrid.policy;

/// A name, or several by a pattern in which `*` stands for any text, also for none.
///
/// @param text as written; a name of which no part is known, or that is not plain, matches nothing
public record NamePattern(String text) {
    /// Whether it names this. Case counts.
    public boolean matches(String name) {
        return isPlain(name) && fits(text, name);
    }

    /// What a shell, a program or a server might still replace is no name.
    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && !name.contains("..")
                && name.chars()
                        .allMatch(c ->
                                c >= 'a' && c <= 'z'
                                        || c >= 'A' && c <= 'Z'
                                        || c >= '0' && c <= '9'
                                        || "-_.:/+@~".indexOf(c) >= 0);
    }

    /// Whether a text can be a pattern: plain letters, digits, signs and stars.
    static boolean isReadable(String text) {
        return isPlain(text.replace("*", "x"));
    }

    /// Whether a text, plain or not, is what a pattern stands for.
    ///
    /// Goes back only to the last star: what an earlier star took needs no second look.
    public static boolean fits(String text, String name) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int i = 0;
        while (i < name.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at;
                resume = i;
                at++;
            } else if (at < text.length() && text.charAt(at) == name.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                resume++;
                i = resume;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    /// Whether a text names something rather than nearly everything: two letters at least beside the stars.
    public static boolean isName(String text) {
        return isReadable(text) && new NamePattern(text).weight() >= 2;
    }

    /// How much of it is no star.
    int weight() {
        return (int) text.chars().filter(c -> c != '*').count();
    }
}
