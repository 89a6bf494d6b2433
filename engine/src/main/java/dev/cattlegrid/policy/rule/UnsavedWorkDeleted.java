package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class UnsavedWorkDeleted extends EffectRule {

    UnsavedWorkDeleted() {
        super(
                Strength.SOFT,
                Set.of(Topic.DELETE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # unsaved-work-deleted: work that is nowhere else would be deleted, a directory at a time

                        The directory or pattern holds files that git does not have, or changes that are in no commit. Once deleted, they are
                        gone. Save them first (`git stash push -u` keeps everything), or name the single files that may go.

                        deny: rm -rf src
                        deny: find . -name '*.json' -delete
                        allow: rm -rf node_modules dist
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        if (!(effect instanceof Effect.Delete(var place, var recursive, _))
                || place.zone() != Zone.WORKSPACE
                || Wheres.isGuarded(place)
                || Wheres.isHarmlessTarget(place)
                || place.facts().canBeRestored()) {
            return Optional.empty();
        }
        boolean many = recursive || Wheres.isSweep(place);
        return foundIf(
                        many && place.facts().saved() != PathFacts.Saved.UNKNOWN,
                        effect,
                        "%s %s, and deleting it cannot be undone",
                        name(place),
                        Wheres.said(place.facts().saved()))
                .map(finding ->
                        finding.clearedBy("say by name that " + name(place) + " may be deleted")
                                .instead("git stash push -u"));
    }
}
