package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import java.util.Optional;

final class GitInternals extends EffectRule {

    GitInternals() {
        super(
                Strength.SOFT,
                Wheres.CHANGES,
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # git-internals: the inside of `.git` would be changed by hand

                        Commits, stashes and settings live there. A wrong byte loses history that is nowhere else; git's own commands keep it
                        whole.

                        deny: rm -rf .git
                        deny: echo x > .git/HEAD
                        allow: git status
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        return Wheres.changed(effect).stream()
                .filter(place -> place.is(Standing.GIT_INTERNALS) && !place.is(Standing.STARTUP))
                .filter(place -> !place.is(Standing.GATE) && !place.facts().ownWork())
                .findFirst()
                .map(place ->
                        found(effect, "%s is part of git's own files", name(place))
                                .clearedBy("say by name that " + name(place) + " may be changed"));
    }
}
