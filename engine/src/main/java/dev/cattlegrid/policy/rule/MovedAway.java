package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class MovedAway extends EffectRule {

    MovedAway() {
        super(
                Strength.ASK,
                Set.of(Topic.MOVE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # moved-away: something would be moved out of where its owner looks for it

                        Moving a file of the user's, or unsaved work out of the project, is close to deleting it.

                        ask: mv ~/Documents/plan.md .
                        allow: mv old.go new.go
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        if (!(effect instanceof Effect.Move(var from, var to, _))
                || Wheres.isGuarded(from)
                || from.facts().ownWork()) {
            return Optional.empty();
        }
        boolean foreign =
                switch (from.zone()) {
                    case HOME, OTHER_REPOSITORY, REMOVABLE, REMOTE, UNKNOWN ->
                            !from.is(Standing.REBUILDABLE);
                    case SYSTEM -> facts.contained();
                    case WORKSPACE ->
                            to.zone() != Zone.WORKSPACE && !from.facts().canBeRestored()
                                    || to.is(Standing.SINK);
                    case SCRATCH, DEVICE -> false;
                };
        return foundIf(
                        foreign && !facts.contained(),
                        effect,
                        "%s would be moved to %s",
                        name(from),
                        name(to))
                .map(finding -> finding.clearedBy("say that " + name(from) + " may be moved"));
    }
}
