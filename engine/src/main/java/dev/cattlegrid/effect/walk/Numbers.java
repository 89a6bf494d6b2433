package dev.cattlegrid.effect.walk;

import java.util.Optional;

/// Numbers as the shell writes them.
final class Numbers {
    private Numbers() {}

    /// A decimal number with an optional sign.
    static Optional<Long> decimal(String text) {
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        if (digits.isEmpty() || digits.length() > 18) {
            return Optional.empty();
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        long value = Long.parseLong(digits);
        return Optional.of(text.startsWith("-") ? -value : value);
    }

    /// A number of an arithmetic expression: decimal, `0x…`, `0…`, `base#digits`.
    static Optional<Long> any(String text) {
        int hash = text.indexOf('#');
        try {
            if (hash > 0) {
                int base = Integer.parseInt(text.substring(0, hash));
                return base < 2 || base > 36
                        ? Optional.empty()
                        : Optional.of(Long.parseLong(text.substring(hash + 1), base));
            }
            if (text.startsWith("0x") || text.startsWith("0X")) {
                return Optional.of(Long.parseLong(text.substring(2), 16));
            }
            if (text.length() > 1 && text.startsWith("0")) {
                return Optional.of(Long.parseLong(text, 8));
            }
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
