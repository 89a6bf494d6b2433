package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class RightsRaised extends EffectRule {

    RightsRaised() {
        super(
                Strength.SOFT,
                Set.of(Topic.SET_MODE),
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # rights-raised: a program would run with the rights of its owner

                        A setuid or setgid bit, or a capability, lets whoever starts the program act as its owner.

                        deny: chmod u+s helper
                        deny: chmod 4755 helper
                        allow: chmod 755 helper
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.SetMode(var place, var mode, _, _)
                        && Modes.isSpecial(mode)
                        && !Wheres.isCritical(place)
                ? Optional.of(
                        found(
                                        effect,
                                        "%s would run with its owner's rights (`%s`)",
                                        name(place),
                                        mode)
                                .clearedBy("say that " + name(place) + " may get these rights"))
                : Optional.empty();
    }
}
