package dev.cattlegrid.flow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.cases.Cases;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What is a token and what is none. So that the table holds nothing that looks like one, `{a36}` stands for 36 characters
/// of an alphabet (`a` letters and digits, `u` capitals and digits, `x` hexadecimal, `w` also `_` and `-`, `n` digits).
class TokensTest {
    @TestFactory
    Stream<DynamicTest> tokens() {
        return Cases.of("flow/tokens.txt", TokensTest::answer);
    }

    @Test
    void theChecksumOfGitHub() {
        // The last six characters are the CRC-32 of the thirty before them; nobody has such a
        // token.
        assertTrue(Tokens.hasGitHubChecksum("ghp_" + "a".repeat(30) + "1yLcDB"));
        assertFalse(Tokens.hasGitHubChecksum("ghp_" + "a".repeat(36)));
        assertFalse(Tokens.hasGitHubChecksum("ghp_short"));
    }

    @Test
    void hostileTextTakesLinearTime() {
        String text =
                "eyJa.".repeat(200_000)
                        + "-----BEGIN ".repeat(50_000)
                        + "ghp_ ".repeat(50_000)
                        + "123456789:AA ".repeat(50_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Tokens.all(text));
    }

    private static List<String> answer(String text) {
        String written = filled(text);
        return List.of(
                Tokens.real(written)
                        .map(Tokens.Found::kind)
                        .orElse(Tokens.all(written).isEmpty() ? "nothing" : "an example"));
    }

    private static String filled(String text) {
        var random = new Random(text.hashCode());
        var filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0 || !text.substring(open + 1, close).matches("[auxwn]\\d+")) {
                int end = open < 0 ? text.length() : open + 1;
                filled.append(text, at, end);
                at = end;
                continue;
            }
            filled.append(text, at, open);
            int length = Integer.parseInt(text.substring(open + 2, close));
            String alphabet = alphabet(text.charAt(open + 1));
            for (int i = 0; i < length; i++) {
                filled.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            at = close + 1;
        }
        return filled.toString();
    }

    private static String alphabet(char name) {
        String digits = "0123456789";
        String capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        return switch (name) {
            case 'u' -> capitals + digits;
            case 'x' -> digits + "abcdef";
            case 'n' -> digits;
            case 'w' -> capitals + capitals.toLowerCase(java.util.Locale.ROOT) + digits + "_-";
            default -> capitals + capitals.toLowerCase(java.util.Locale.ROOT) + digits;
        };
    }
}
