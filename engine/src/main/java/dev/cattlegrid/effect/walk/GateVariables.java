package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.shell.Span;
import java.util.Optional;

/// The variables that are meant for the gate itself: people set them before they start an agent, calls do not.
final class GateVariables {
    private static final String START = "CATTLEGRID_";

    private GateVariables() {}

    static boolean isOne(String name) {
        return name.startsWith(START);
    }

    /// A variable is given a value.
    static Optional<Effect> set(String name, Span span) {
        return isOne(name)
                ? Optional.of(
                        new Effect.Administer(
                                "environment", "set", name, Effect.Administer.Gravity.WEAKEN, span))
                : Optional.empty();
    }
}
