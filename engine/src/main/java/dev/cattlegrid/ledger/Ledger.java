package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.flow.Label;
import java.util.EnumSet;
import java.util.Set;

/// What the gate remembers of a session, as a value; programs around the engine keep it.
public record Ledger(
        Refusals refusals,
        OwnWork own,
        Labels labels,
        Streak streak,
        Wishes wishes,
        Story story,
        Planted planted) {
    /// A session of which nothing is known yet.
    public static final Ledger EMPTY =
            new Ledger(
                    Refusals.NONE,
                    OwnWork.NONE,
                    Labels.NONE,
                    Streak.NONE,
                    Wishes.NONE,
                    Story.NONE,
                    Planted.NONE);

    public Ledger after(Event event) {
        Story told = story.after(event);
        return switch (event) {
            case Event.Decided decided ->
                    new Ledger(
                            refusals.after(decided),
                            own.after(decided),
                            labels.after(decided),
                            streak.after(decided),
                            wishes.after(decided),
                            told,
                            planted);
            case Event.Planted found ->
                    new Ledger(refusals, own, labels, streak, wishes, told, planted.after(found));
            case Event.Failed(var call) ->
                    new Ledger(
                            refusals,
                            own.withoutMadeBy(call),
                            labels,
                            streak,
                            wishes,
                            told,
                            planted);
            case Event.Said said ->
                    new Ledger(refusals, own, labels, streak, wishes.after(said), told, planted);
            case Event.Cleared(var call) ->
                    new Ledger(
                            refusals.without(call),
                            own.letPass(call),
                            labels,
                            streak.ended(),
                            wishes,
                            told,
                            planted);
        };
    }

    /// The world as the session knows it: what it made is its own.
    public World seen(World world) {
        return own.isEmpty() && labels.isEmpty() ? world : new OwnWorld(world, own, labels);
    }

    /// The labels that earlier calls left on a source, besides those that [#seen] shows.
    public Set<Label> known(Source source) {
        if (planted.holds(source)) {
            return EnumSet.of(Label.UNTRUSTED);
        }
        if (labels.isEmpty() || !(source instanceof Source.File(var place))) {
            return Set.of();
        }
        boolean secret =
                labels.at(place.path())
                                .filter(mark -> mark.from().contains(Trace.TOKEN))
                                .isPresent()
                        || labels.hasSecretsInside(place.path());
        return secret ? EnumSet.of(Label.SECRET) : Set.of();
    }
}
