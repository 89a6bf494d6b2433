package dev.cattlegrid.flow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/// Knows the tokens of services by their shapes, for the rules and for what has to be taken out of a record.
///
/// Every look is one pass over the text, which may be hostile. Source: the services' pages on the formats of their keys;
/// "Behind GitHub's new authentication token formats" (2021); RFC 7468 and RFC 7519.
public final class Tokens {
    private Tokens() {}

    /// A piece of text that has the shape of a token.
    ///
    /// @param kind in words: "a token of GitHub"
    /// @param end behind its last character
    public record Found(String kind, int start, int end) {}

    /// Everything of a token's shape, examples and placeholders included, in order and apart from each other.
    public static List<Found> all(String text) {
        return found(text, false);
    }

    /// The first that could be a real one.
    public static Optional<Found> real(String text) {
        List<Found> found = found(text, true);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    private static List<Found> found(String text, boolean firstReal) {
        var found = new ArrayList<Found>();
        boolean within = false;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            Optional<Found> here =
                    within && c != '.' ? Optional.empty() : TokenShapes.at(text, at, within);
            if (here.isPresent()
                    && (!firstReal
                            || !isPlaceholder(text, here.get())
                            || isSure(text, here.get()))) {
                found.add(here.get());
                if (firstReal) {
                    return found;
                }
            }
            int next = here.map(Found::end).orElse(at + 1);
            within = isTokenCharacter(text.charAt(next - 1));
            at = next;
        }
        return found;
    }

    /// Whether its own checksum says that a service has made it.
    private static boolean isSure(String text, Found found) {
        return found.kind().endsWith("GitHub")
                && hasGitHubChecksum(text.substring(found.start(), found.end()));
    }

    /// The last six characters are the checksum of the thirty before them, in base 62.
    static boolean hasGitHubChecksum(String token) {
        int under = token.indexOf('_');
        if (under != 3 || token.length() != 40) {
            return false;
        }
        var crc = new CRC32();
        crc.update(token.substring(4, 34).getBytes(StandardCharsets.US_ASCII));
        return token.substring(34).equals(base62(crc.getValue()));
    }

    private static String base62(long number) {
        String digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        var text = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            text.insert(0, digits.charAt((int) (number % 62)));
            number /= 62;
        }
        return text.toString();
    }

    private static final List<String> STAND_INS =
            List.of(
                    "example",
                    "xxxx",
                    "your",
                    "placeholder",
                    "dummy",
                    "changeme",
                    "change-me",
                    "change_me",
                    "redacted",
                    "sample",
                    "fake",
                    "insert",
                    "replace",
                    "notreal",
                    "not-real",
                    "not_real",
                    "mytoken",
                    "my-token",
                    "token-here",
                    "here");

    /// Whether it stands for a token rather than being one: `ghp_xxxx`, `AKIAIOSFODNN7EXAMPLE`, `sk-your-key`.
    private static boolean isPlaceholder(String text, Found found) {
        if (found.kind().equals(TokenShapes.PRIVATE_KEY)) {
            String rest =
                    text.substring(found.start(), Math.min(text.length(), found.start() + 120));
            return rest.contains("...") || rest.contains("…") || rest.contains("EXAMPLE");
        }
        String token = text.substring(found.start(), found.end());
        String lower = token.toLowerCase(Locale.ROOT);
        return STAND_INS.stream().anyMatch(lower::contains) || !looksRandom(token);
    }

    /// Whether characters follow each other without a plan, letters and digits mixed.
    static boolean looksRandom(String token) {
        int digits = 0;
        int letters = 0;
        int steps = 0;
        int[] counts = new int[128];
        int distinct = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            letters += Character.isLetter(c) ? 1 : 0;
            if (c < 128 && counts[c]++ == 0) {
                distinct++;
            }
            if (i > 0) {
                int step = c - token.charAt(i - 1);
                steps += step >= -1 && step <= 1 ? 1 : 0;
            }
        }
        return letters > 0
                && (digits > 0 || hasBothCases(token))
                && distinct >= Math.min(8, token.length() / 2)
                && steps * 5 < token.length() * 2
                && entropy(counts, token.length()) >= Math.min(3.0, bits(token.length()) * 0.7);
    }

    private static boolean hasBothCases(String token) {
        return token.chars().filter(Character::isUpperCase).count() > 1
                && token.chars().filter(Character::isLowerCase).count() > 1;
    }

    private static double bits(int length) {
        return Math.log(length) / Math.log(2);
    }

    /// In bits a character.
    private static double entropy(int[] counts, int length) {
        double sum = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / length;
                sum -= share * Math.log(share) / Math.log(2);
            }
        }
        return sum;
    }

    static boolean isTokenCharacter(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '-';
    }
}
