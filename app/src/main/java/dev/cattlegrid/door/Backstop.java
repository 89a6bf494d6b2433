package dev.cattlegrid.door;

import dev.cattlegrid.policy.Decision;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The time that a decision may take at most. Work is bounded by counting, so that a verdict does not depend on load; this is
/// for a disk that hangs and for mistakes of ours, and it ends in a refusal before the host gives up.
final class Backstop {
    /// Code of a decision that took too long.
    static final String OVER_TIME = "over-time";

    /// Below the deadline of the launcher, which lies below the host's.
    static final Duration USUAL = Duration.ofSeconds(20);

    private static final long STACK = 16L << 20;

    /// Starting a thread for each decision would take longer than most decisions.
    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(work -> {
                var thread = new Thread(null, work, "decision", STACK);
                thread.setDaemon(true);
                return thread;
            });

    private Backstop() {}

    /// Work beside that of the caller.
    static Future<Decision> start(Supplier<Decision> work) {
        return THREADS.submit(work::get);
    }

    /// What such work came to; whoever waits has a time of their own.
    static Decision awaited(Future<Decision> task) {
        try {
            return task.get();
        } catch (ExecutionException problem) {
            Throwable cause = problem.getCause() == null ? problem : problem.getCause();
            return Door.refusal(Door.FAILURE, "the gate failed: " + Door.inWords(cause));
        } catch (InterruptedException _) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return Door.refusal(Door.FAILURE, "the gate was interrupted");
        }
    }

    /// The decision, or a refusal when there is none in time. The work goes on in a thread that nobody waits for.
    static Decision within(Duration most, Supplier<Decision> work) {
        Future<Decision> task = THREADS.submit(work::get);
        try {
            return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            task.cancel(true);
            return Door.refusal(
                    OVER_TIME,
                    "the gate found no answer within %d seconds; a simpler call may help"
                            .formatted(most.toSeconds()));
        } catch (ExecutionException problem) {
            Throwable cause = problem.getCause() == null ? problem : problem.getCause();
            return Door.refusal(Door.FAILURE, "the gate failed: " + Door.inWords(cause));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Door.refusal(Door.FAILURE, "the gate was interrupted");
        }
    }
}
