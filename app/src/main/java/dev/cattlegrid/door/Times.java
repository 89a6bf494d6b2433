package dev.cattlegrid.door;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Times as people write them.
public final class Times {
    private Times() {}

    /// The instant that `30m`, `2h`, `7d`, a date, a date with a time, or an instant means; nothing for anything else.
    public static Optional<Instant> ago(String text, Instant now, ZoneId zone) {
        Optional<Instant> before = before(text, now);
        if (before.isPresent()) {
            return before;
        }
        try {
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
            }
            return Optional.of(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> before(String text, Instant now) {
        if (text.length() < 2 || text.length() > 7) {
            return Optional.empty();
        }
        String number = text.substring(0, text.length() - 1);
        if (!number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long count = Long.parseLong(number);
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Optional.of(now.minus(Duration.ofSeconds(count)));
            case 'm' -> Optional.of(now.minus(Duration.ofMinutes(count)));
            case 'h' -> Optional.of(now.minus(Duration.ofHours(count)));
            case 'd' -> Optional.of(now.minus(Duration.ofDays(count)));
            case 'w' -> Optional.of(now.minus(Duration.ofDays(7 * count)));
            default -> Optional.empty();
        };
    }
}
