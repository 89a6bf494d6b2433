package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Wanted;

/// What the rules that people write share with the built-in ones.
public final class Shared {
    private Shared() {}

    /// What a person has to have named so that their words clear what is found about an effect.
    public static Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    /// Whether an effect is about something that is named as production.
    public static boolean isProduction(Effect effect, Facts facts) {
        return switch (effect) {
            case Effect.Remote remote -> ProductionChanged.isNamed(remote, facts);
            case Effect.Send send -> facts.environment().isProduction(send.to());
            case Effect.Receive receive -> facts.environment().isProduction(receive.from());
            default -> false;
        };
    }
}
