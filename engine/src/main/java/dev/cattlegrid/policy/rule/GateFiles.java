package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import java.util.Optional;

final class GateFiles extends EffectRule {

    GateFiles() {
        super(
                Strength.HARD,
                Wheres.CHANGES,
                About.of(
                        About.Group.GUARD_THE_GATE,
                        """
                        # gate-files: the gate's own files, or what calls it, would be changed

                        A gate that an agent can rewrite is none. Its settings are for people to change, outside the agent.

                        deny: rm -rf ~/.config/cattlegrid
                        deny: echo '{}' > ~/.local/state/cattlegrid/grants.json
                        allow: ls
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return Wheres.changed(effect).stream()
                .filter(place -> place.is(Standing.GATE))
                .findFirst()
                .map(place -> found(effect, "%s belongs to the gate itself", name(place)))
                .or(() ->
                        takenAway(effect)
                                .filter(place -> place.is(Standing.KEEPS_GATE))
                                .map(place ->
                                        found(
                                                effect,
                                                "files of the gate itself are in %s",
                                                name(place))));
    }

    /// What is gone afterwards with all that is in it.
    private static Optional<Place> takenAway(Effect effect) {
        return switch (effect) {
            case Effect.Delete delete -> Optional.of(delete.place());
            case Effect.Move move -> Optional.of(move.from());
            default -> Optional.empty();
        };
    }
}
