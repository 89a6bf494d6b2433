package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Data;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Filters that turn a known text into another known text: whoever hides a command behind one has written it all the
/// same.
///
/// What they are given has to be known to the last letter, and so do their options; else only its origins are.
final class Decoders {
    private static final int LONGEST = 1 << 16;

    private Decoders() {}

    /// What a filter makes of what flows into it.
    static Data of(Invocation call, Data flow) {
        if (flow.text().isEmpty() || flow.text().get().length() > LONGEST) {
            return flow.changed();
        }
        var words = new ArrayList<String>();
        for (Arg arg : call.args()) {
            Optional<String> word = arg.value().known();
            if (word.isEmpty() || arg.splits()) {
                return flow.changed();
            }
            words.add(word.get());
        }
        return made(call.name(), words, flow.text().get())
                .map(text -> new Data(flow.sources(), Optional.of(text)))
                .orElseGet(flow::changed);
    }

    private static Optional<String> made(String name, List<String> words, String text) {
        return switch (name) {
            case "base64" -> base64(words, text);
            case "xxd" -> hexadecimal(words, text);
            case "rev" -> words.isEmpty() ? Optional.of(reversed(text)) : Optional.empty();
            case "tr" -> Translation.of(words, text);
            default -> Optional.empty();
        };
    }

    private static Optional<String> base64(List<String> words, String text) {
        boolean back = false;
        for (String word : words) {
            switch (word) {
                case "-d", "-D", "--decode", "-di", "-id", "--d" -> back = true;
                case "-i", "--ignore-garbage", "-w0", "--wrap=0", "-" -> {}
                default -> {
                    return Optional.empty();
                }
            }
        }
        if (!back) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return bytes.length > 57 && !words.contains("-w0")
                    ? Optional.empty()
                    : Optional.of(Base64.getEncoder().encodeToString(bytes) + "\n");
        }
        try {
            return text(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// `xxd -r -p`: pairs of digits, blanks between them left out.
    private static Optional<String> hexadecimal(List<String> words, String text) {
        boolean back = false;
        boolean plain = false;
        for (String word : words) {
            switch (word) {
                case "-r", "-revert" -> back = true;
                case "-p", "-ps", "-plain", "-postscript" -> plain = true;
                default -> {
                    return Optional.empty();
                }
            }
        }
        if (!back || !plain) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        int high = -1;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 && !Character.isWhitespace(text.charAt(i))) {
                return Optional.empty();
            }
            if (digit >= 0) {
                if (high >= 0) {
                    bytes.write(high * 16 + digit);
                }
                high = high >= 0 ? -1 : digit;
            }
        }
        return text(bytes.toByteArray());
    }

    private static String reversed(String text) {
        var lines = new ArrayList<String>();
        for (String line : text.split("\n", -1)) {
            lines.add(new StringBuilder(line).reverse().toString());
        }
        return String.join("\n", lines);
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
