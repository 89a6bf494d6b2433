package dev.cattlegrid.door;

import dev.cattlegrid.ledger.Ledger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The sessions that the rows of a batch belong to: each row waits for the one before it in its session, and for no
/// other.
final class BatchSessions {
    private static final int REMEMBERED = 10_000;

    private final Map<String, CompletableFuture<Ledger>> last =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, CompletableFuture<Ledger>> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /// @param before what the session remembers when the row's turn comes
    /// @param after what it remembers then; whoever has the turn completes it, whatever happens
    record Turn(CompletableFuture<Ledger> before, CompletableFuture<Ledger> after) {}

    /// A turn in a session, behind all that were given out before.
    Turn next(String session) {
        var after = new CompletableFuture<Ledger>();
        var before = last.put(session, after);
        return new Turn(
                before == null ? CompletableFuture.completedFuture(Ledger.EMPTY) : before, after);
    }
}
