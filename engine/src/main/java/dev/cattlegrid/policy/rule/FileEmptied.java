package dev.cattlegrid.policy.rule;

import dev.cattlegrid.call.ToolCall;
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

final class FileEmptied extends EffectRule {

    FileEmptied() {
        super(
                Strength.ASK,
                Set.of(Topic.WRITE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # file-emptied: a file that holds unsaved work would be emptied or overwritten

                        Git cannot bring the old content back. Save it first, or write to another file.

                        ask: truncate -s 0 data.json
                        allow: echo done > out.txt
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {

        if (!(effect instanceof Effect.Write(var place, var manner, var data, _))
                || !Wheres.isOwn(place)
                || place.zone() == Zone.SCRATCH
                || Wheres.isGuarded(place)
                || Wheres.isHarmlessTarget(place)
                || place.facts().canBeRestored()
                || facts.call() instanceof ToolCall.Write
                || facts.call() instanceof ToolCall.Edit) {
            return Optional.empty();
        }
        boolean there = place.facts().existence() == PathFacts.Existence.PRESENT;
        boolean emptied =
                data.text().filter(String::isEmpty).isPresent() && data.sources().isEmpty();
        boolean replaced =
                manner == Effect.Write.Manner.CREATE
                        && place.facts().saved() == PathFacts.Saved.MODIFIED;
        return foundIf(
                        there && (replaced || emptied && manner == Effect.Write.Manner.CREATE),
                        effect,
                        "%s %s, and its content would be replaced",
                        name(place),
                        Wheres.said(place.facts().saved()))
                .map(finding ->
                        finding.clearedBy("say that " + name(place) + " may be overwritten"));
    }
}
