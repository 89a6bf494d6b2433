package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.world.World;

/// What the gate remembers of a session, as a value; programs around the engine keep it.
public record Ledger(Refusals refusals, OwnWork own, Streak streak, Wishes wishes) {
    /// A session of which nothing is known yet.
    public static final Ledger EMPTY =
            new Ledger(Refusals.NONE, OwnWork.NONE, Streak.NONE, Wishes.NONE);

    public Ledger after(Event event) {
        return switch (event) {
            case Event.Decided decided ->
                    new Ledger(
                            refusals.after(decided),
                            own.after(decided),
                            streak.after(decided),
                            wishes.after(decided));
            case Event.Said said -> new Ledger(refusals, own, streak, wishes.after(said));
            case Event.Cleared(var call) ->
                    new Ledger(refusals.without(call), own, streak.ended(), wishes);
        };
    }

    /// The world as the session knows it: what it made is its own.
    public World seen(World world) {
        return own.isEmpty() ? world : new OwnWorld(world, own);
    }
}
