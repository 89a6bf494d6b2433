package dev.cattlegrid.effect.code;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// What a text stands for that is written out in another alphabet.
final class Decoded {
    private Decoded() {}

    static Optional<String> base64(String text) {
        try {
            return Optional.of(
                    new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static Optional<String> hexadecimal(String text) {
        try {
            byte[] bytes = HexFormat.of().parseHex(text.replace(" ", ""));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
