package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Optional;
import java.util.Set;

final class UnsavedFileDeleted extends EffectRule {

    UnsavedFileDeleted() {
        super(
                Strength.ASK,
                Set.of(Topic.DELETE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # unsaved-file-deleted: a file that is nowhere else would be deleted

                        Git cannot bring this file back, and this call did not make it. A person should say that it may go.

                        ask: rm data.json
                        ask: rm notes.db
                        allow: rm src/main.go
                        """));
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
        boolean one = !recursive && !Wheres.isSweep(place);
        return foundIf(
                        one || place.facts().saved() == PathFacts.Saved.UNKNOWN,
                        effect,
                        "%s %s, and deleting it cannot be undone",
                        name(place),
                        Wheres.said(place.facts().saved()))
                .map(finding -> finding.clearedBy("say that " + name(place) + " may be deleted"));
    }
}
