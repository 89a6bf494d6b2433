package dev.cattlegrid.effect.code;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// What a text stands for that is written out in another alphabet.
final class Decoded {
    private Decoded() {}

    static Optional<String> of(String alphabet, String text) {
        try {
            byte[] bytes =
                    alphabet.equals("base64")
                            ? Base64.getMimeDecoder().decode(text)
                            : HexFormat.of().parseHex(text.replace(" ", ""));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
