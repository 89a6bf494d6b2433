package dev.cattlegrid.judge;

import dev.cattlegrid.policy.Opinion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Brings together what a session asks at once: the first question waits a moment for others, asks for all of them, and
/// hands out the answers.
final class Gathering {
    private static final int MOST = 8;

    private final Duration moment;
    private final Map<String, Batch> open = new HashMap<>();

    /// @param moment that the first one waits; none: each asks for itself
    Gathering(Duration moment) {
        this.moment = moment;
    }

    private record Waiting(Case one, CompletableFuture<Opinion> opinion) {}

    private record Batch(List<Waiting> waiting) {}

    /// @param session whose questions belong together
    /// @param hear gives an opinion for each case, by its id
    /// @param most that an answer is waited for
    Opinion ask(
            String session,
            Case one,
            Duration most,
            Function<List<Case>, Map<String, Opinion>> hear) {
        if (moment.isZero()) {
            return of(hear.apply(List.of(one)), one);
        }
        var batch = new Batch(new ArrayList<>());
        Optional<CompletableFuture<Opinion>> joined = joined(session, one, batch);
        return joined.isPresent() ? waited(joined.get(), most) : led(session, one, batch, hear);
    }

    /// The answer to wait for where somebody else asks for this one too.
    private synchronized Optional<CompletableFuture<Opinion>> joined(
            String session, Case one, Batch fresh) {
        Batch there = open.get(session);
        if (there == null || there.waiting().size() >= MOST) {
            fresh.waiting().add(new Waiting(one, new CompletableFuture<>()));
            open.put(session, fresh);
            return Optional.empty();
        }
        for (Waiting each : there.waiting()) {
            if (each.one().key().equals(one.key())) {
                return Optional.of(each.opinion());
            }
        }
        var waiting = new Waiting(one, new CompletableFuture<>());
        there.waiting().add(waiting);
        return Optional.of(waiting.opinion());
    }

    private Opinion led(
            String session,
            Case one,
            Batch batch,
            Function<List<Case>, Map<String, Opinion>> hear) {
        List<Waiting> all = List.of();
        try {
            Thread.sleep(moment);
            all = closed(session, batch);
            Map<String, Opinion> opinions = hear.apply(all.stream().map(Waiting::one).toList());
            all.forEach(each -> each.opinion().complete(of(opinions, each.one())));
            return of(opinions, one);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return away();
        } finally {
            closed(session, batch).forEach(each -> each.opinion().complete(away()));
        }
    }

    private synchronized List<Waiting> closed(String session, Batch batch) {
        open.remove(session, batch);
        return List.copyOf(batch.waiting());
    }

    private static Opinion of(Map<String, Opinion> opinions, Case one) {
        Opinion opinion = opinions.get(one.id());
        return opinion == null ? away() : opinion;
    }

    private static Opinion waited(CompletableFuture<Opinion> opinion, Duration most) {
        try {
            return opinion.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return away();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return away();
        }
    }

    private static Opinion away() {
        return new Opinion.Absent(Opinion.UNAVAILABLE, "the judge gave no answer in time");
    }
}
