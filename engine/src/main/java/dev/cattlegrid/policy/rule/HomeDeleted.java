package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class HomeDeleted extends EffectRule {

    HomeDeleted() {
        super(
                Strength.SOFT,
                Set.of(Topic.DELETE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # home-deleted: something of the user's outside the project would be deleted

                        Files in a home or on a removable disk belong to the user, not to the task, and no version control brings them back.

                        deny: rm -rf ~/Documents
                        deny: rm ~/notes.txt
                        allow: rm -rf ~/.cache/pip
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        if (!(effect instanceof Effect.Delete(var place, _, _))
                || Wheres.isGuarded(place)
                || Wheres.isHarmlessTarget(place)
                || place.facts().ownWork()) {
            return Optional.empty();
        }
        boolean theirs =
                switch (place.zone()) {
                    case HOME, REMOVABLE, REMOTE -> true;
                    case WORKSPACE, SCRATCH, OTHER_REPOSITORY, SYSTEM, DEVICE, UNKNOWN -> false;
                };
        return foundIf(
                        theirs,
                        effect,
                        "%s lies outside the project and would be deleted",
                        name(place))
                .map(finding ->
                        finding.clearedBy("say by name that " + name(place) + " may be deleted"));
    }
}
