package dev.cattlegrid.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Lengths of time as people write them: `90s`, `15m`, `8h`, `7d`.
final class Spans {
    private Spans() {}

    static Optional<Duration> of(String text) {
        if (text.length() < 2 || text.length() > 6) {
            return Optional.empty();
        }
        String digits = text.substring(0, text.length() - 1);
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long number = Long.parseLong(digits);
        Duration length =
                switch (text.charAt(text.length() - 1)) {
                    case 's' -> Duration.ofSeconds(number);
                    case 'm' -> Duration.ofMinutes(number);
                    case 'h' -> Duration.ofHours(number);
                    case 'd' -> Duration.ofDays(number);
                    default -> Duration.ZERO;
                };
        return length.isPositive() ? Optional.of(length) : Optional.empty();
    }

    /// How long until or since: `4m`, `2h`, `3d`.
    static String between(Instant from, Instant to) {
        return inWords(Duration.between(from, to));
    }

    static String inWords(Duration length) {
        long seconds = Math.abs(length.toSeconds());
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return seconds / 60 + "m";
        }
        return seconds < 48 * 3600 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
    }
}
