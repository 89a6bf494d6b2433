package dev.cattlegrid.typed;

import dev.cattlegrid.policy.Strength;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a rule that people write can do: let pass, or stop.
enum Power {
    ALLOW(Strength.NOTE),
    ASK(Strength.ASK),
    SOFT(Strength.SOFT),
    HARD(Strength.HARD);

    private final Strength strength;

    Power(Strength strength) {
        this.strength = strength;
    }

    Strength strength() {
        return strength;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Power> named(String text) {
        return Arrays.stream(values()).filter(power -> power.text().equals(text)).findFirst();
    }
}
