package dev.cattlegrid.shell;

import java.nio.charset.StandardCharsets;

/// Bytes that an escape named one by one and that may make up a character of UTF-8 together.
final class Bytes {
    /// Stands for the byte 0 while a value is being put together; such a lone surrogate cannot come from UTF-8.
    private static final char FIRST = '\udc00';

    private Bytes() {}

    static char marked(int value) {
        return (char) (FIRST + value);
    }

    private static boolean isMarked(char c) {
        return c >= FIRST + 128 && c <= FIRST + 255;
    }

    /// The text with the marked bytes decoded.
    static String joined(CharSequence text) {
        var joined = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && isMarked(text.charAt(end)) && !isPair(text, end)) {
                end++;
            }
            if (end == i) {
                joined.append(text.charAt(i++));
                continue;
            }
            byte[] bytes = new byte[end - i];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) (text.charAt(i + k) - FIRST);
            }
            joined.append(new String(bytes, StandardCharsets.UTF_8));
            i = end;
        }
        return joined.toString();
    }

    private static boolean isPair(CharSequence text, int low) {
        return low > 0 && Character.isHighSurrogate(text.charAt(low - 1));
    }
}
