package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class CriticalLoss extends EffectRule {

    CriticalLoss() {
        super(
                Strength.HARD,
                Set.of(Topic.DELETE, Topic.MOVE, Topic.WRITE, Topic.SET_MODE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # critical-loss: the root, a home, a whole workspace or a system directory would be lost

                        Deleting, moving away or overwriting one of these ends the work of a person or the machine itself. There is no case in
                        which an agent has to do it, so nothing clears it. Name the directory inside that is meant.

                        deny: rm -rf ~
                        deny: rm -rf /
                        deny: rm -rf /*
                        deny: find / -delete
                        allow: rm -rf build
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return switch (effect) {
            case Effect.Delete(var place, _, _) ->
                    foundIf(
                            Wheres.isCritical(place),
                            effect,
                            "all of %s would be deleted",
                            name(place));
            case Effect.Move(var from, _, _) ->
                    foundIf(
                            Wheres.isCritical(from),
                            effect,
                            "all of %s would be moved away",
                            name(from));
            case Effect.Write(var place, var manner, _, _) ->
                    foundIf(
                            manner == Effect.Write.Manner.DESTROY && Wheres.isCritical(place),
                            effect,
                            "all of %s would be overwritten",
                            name(place));
            case Effect.SetMode(var place, var mode, var recursive, _) ->
                    foundIf(
                            recursive && Wheres.isCritical(place) && place.zone() != Zone.WORKSPACE,
                            effect,
                            "everything in %s would get other rights (`%s`)",
                            name(place),
                            mode);
            default -> Optional.empty();
        };
    }
}
