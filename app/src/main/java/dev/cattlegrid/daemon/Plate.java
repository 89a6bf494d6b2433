package dev.cattlegrid.daemon;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// What a launcher has to know to be let in, and to know whom it talks to: one line that only the user can read.
///
/// A client shows `token`; the daemon then shows `proof`, before it is sent anything else. So whoever takes the port after the
/// daemon has died learns a token that opens nothing, and is believed nothing.
///
/// @param pid of the daemon
/// @param port on 127.0.0.1
/// @param stamp of the program that it runs: seconds since 1970 of its build
record Plate(long pid, int port, String token, String proof, Stamp stamp) {
    private static final String FORM = "1";
    private static final int SECRET_BYTES = 16;

    static Plate fresh(int port, Stamp stamp) {
        var random = new SecureRandom();
        return new Plate(
                ProcessHandle.current().pid(), port, secret(random), secret(random), stamp);
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// As it stands in the file.
    String text() {
        return "%s %d %d %s %s %s\n".formatted(FORM, pid, port, token, proof, stamp.text());
    }

    static Optional<Plate> of(String text) {
        String[] words = text.strip().split(" ");
        if (words.length != 6 || !words[0].equals(FORM)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Plate(
                            Long.parseLong(words[1]),
                            Integer.parseInt(words[2]),
                            words[3],
                            words[4],
                            Stamp.of(words[5])));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
