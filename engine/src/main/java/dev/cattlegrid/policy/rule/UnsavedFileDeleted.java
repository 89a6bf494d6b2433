package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Fact;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import dev.cattlegrid.policy.Wanted;
import java.util.Optional;
import java.util.Set;

final class UnsavedFileDeleted extends EffectRule {

    private static final Set<String> DATA =
            Set.of(
                    "db", "sqlite", "sqlite3", "csv", "tsv", "parquet", "dump", "bak", "xlsx",
                    "xls", "ods", "mdb", "jsonl", "ndjson", "feather", "h5", "npz", "rdb", "docx");

    UnsavedFileDeleted() {
        super(
                Strength.ASK,
                Set.of(Topic.DELETE, Topic.WRITE),
                About.of(
                        About.Group.DESTROY_OR_LEAK,
                        """
                        # unsaved-file-deleted: a file that is nowhere else would be deleted

                        Git cannot bring this file back, and this call did not make it. A person should say that it may go.

                        ask: rm data.json
                        ask: rm notes.db
                        ask: : > notes.db
                        allow: rm src/main.go
                        allow: rm -v docs/outline.txt
                        """));
    }

    @Override
    Wanted wanted(Effect effect, Facts facts) {
        return Named.of(effect, facts);
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {
        if (effect instanceof Effect.Write write) {
            return emptied(write);
        }
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

    /// A file of data that is cut to nothing is gone too.
    private Optional<Finding> emptied(Effect.Write write) {
        Place place = write.place();
        PathFacts facts = place.facts();
        boolean assumed = facts.source() == Fact.Source.ASSUMED;
        boolean lost =
                assumed
                        ? !facts.ownWork()
                        : facts.existence() != PathFacts.Existence.ABSENT && !facts.canBeRestored();
        return foundIf(
                        write.manner() == Effect.Write.Manner.CREATE
                                && place.zone() == Zone.WORKSPACE
                                && place.isExact()
                                && isNothing(write.data())
                                && lost
                                && isData(place.path())
                                && !Wheres.isGuarded(place)
                                && !Wheres.isHarmlessTarget(place),
                        write,
                        "%s would be emptied, and what it holds is nowhere else",
                        name(place))
                .map(finding -> finding.clearedBy("say that " + name(place) + " may be emptied"));
    }

    private static boolean isNothing(Data data) {
        boolean device =
                !data.sources().isEmpty()
                        && data.sources().stream()
                                .allMatch(source ->
                                        source instanceof Source.File(var from)
                                                && from.path().equals("/dev/null"));
        boolean empty = data.text().filter(String::isEmpty).isPresent();
        return device || empty && data.sources().contains(new Source.Spelled());
    }

    private static boolean isData(String path) {
        return DATA.contains(path.substring(path.lastIndexOf('.') + 1));
    }
}
