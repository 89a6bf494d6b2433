package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class RootShell extends EffectRule {

    RootShell() {
        super(
                Strength.SOFT,
                Set.of(Topic.ELEVATE),
                About.of(
                        About.Group.WEAKEN_SECURITY,
                        """
                        # root-shell: a shell or something unknown would run with another user's rights

                        Nobody sees what is typed into it afterwards.

                        deny: sudo -i
                        deny: sudo su -
                        deny: sudo bash
                        allow: whoami
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return effect instanceof Effect.Elevate(var user, var shell, _)
                        && shell
                        && !facts.contained()
                ? Optional.of(
                        found(
                                        effect,
                                        "a shell would open with the rights of %s",
                                        or(user, "another user"))
                                .clearedBy("name the one command that has to run so"))
                : Optional.empty();
    }
}
