package dev.cattlegrid.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// One line of the record: a hash, the length of what follows, and one JSON object.
///
/// ```
/// 9f86d081…(64 digits) 412 {"id":"k3v9x2m7qa", …}
/// ```
///
/// The hash is SHA-256 over the hash of the line before and over this line's text: it tells a torn line from a whole
/// one, and ties the lines to each other, so that none can be changed, put in or taken out without being noticed.
///
/// @param text JSON in ASCII, on one line
record Frame(String hash, String text) {
    /// The hash before the first line.
    static final String GENESIS = "0".repeat(64);

    /// The most bytes that a text may have.
    static final int LONGEST = 1 << 20;

    /// The most bytes of a whole line: hash, length, two blanks, text, line end.
    static final int LONGEST_LINE = LONGEST + 64 + 7 + 3;

    static Frame after(String previous, String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("an entry of " + text.length() + " bytes");
        }
        return new Frame(hash(previous, text.getBytes(US_ASCII)), text);
    }

    byte[] line() {
        return (hash + " " + text.length() + " " + text + "\n").getBytes(US_ASCII);
    }

    boolean follows(String previous) {
        return hash.equals(hash(previous, text.getBytes(US_ASCII)));
    }

    /// Reads a line without its line end; nothing where it has not that form.
    static Optional<Frame> parse(byte[] line) {
        if (line.length < 68 || line[64] != ' ' || !isHex(line)) {
            return Optional.empty();
        }
        int blank = 65;
        while (blank < line.length && blank < 73 && line[blank] >= '0' && line[blank] <= '9') {
            blank++;
        }
        if (blank == 65 || blank == line.length || line[blank] != ' ') {
            return Optional.empty();
        }
        int length = Integer.parseInt(new String(line, 65, blank - 65, US_ASCII));
        if (line.length - blank - 1 != length) {
            return Optional.empty();
        }
        for (int at = blank + 1; at < line.length; at++) {
            if (line[at] < ' ') {
                return Optional.empty();
            }
        }
        return Optional.of(
                new Frame(
                        new String(line, 0, 64, US_ASCII),
                        new String(line, blank + 1, length, US_ASCII)));
    }

    /// What the next line is tied to: the line's hash, or that of its bytes where it has none.
    static String link(byte[] line) {
        return parse(line).map(Frame::hash).orElseGet(() -> hash("", line));
    }

    private static boolean isHex(byte[] line) {
        for (byte c : Arrays.copyOf(line, 64)) {
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private static String hash(String previous, byte[] text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous.getBytes(UTF_8));
            digest.update((byte) '\n');
            return HexFormat.of().formatHex(digest.digest(text));
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
