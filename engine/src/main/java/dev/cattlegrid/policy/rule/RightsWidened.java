package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class RightsWidened extends EffectRule {

    RightsWidened() {
        super(
                Strength.ASK,
                Set.of(Topic.SET_MODE),
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # rights-widened: everybody would get the right to write

                        `777` and `o+w` let every user and program of the machine change the file. `u+rw` or `+x` is nearly always what is meant.

                        ask: chmod 777 run.sh
                        ask: chmod -R a+w src
                        allow: chmod +x run.sh
                        allow: chmod 644 README.md
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.SetMode(var place, var mode, _, _)
                        && Modes.everybodyWrites(mode)
                        && !Modes.isSpecial(mode)
                        && Wheres.isOwn(place)
                ? Optional.of(
                        found(effect, "everybody could write %s with `%s`", name(place), mode)
                                .clearedBy("say that everybody may write it"))
                : Optional.empty();
    }
}
