package dev.cattlegrid.daemon;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What a daemon has done and is doing. Times are of the monotonic clock: setting the wall clock ends nothing.
final class Activity {
    private final Instant since = Instant.now();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile long last = System.nanoTime();

    /// Work that somebody waits for.
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T done() throws E;
    }

    <T, E extends Exception> T during(Work<T, E> work) throws E {
        underWay.incrementAndGet();
        boolean done = false;
        try {
            T result = work.done();
            done = true;
            return result;
        } finally {
            (done ? answered : failed).incrementAndGet();
            last = System.nanoTime();
            underWay.decrementAndGet();
        }
    }

    boolean isIdleFor(Duration time) {
        return underWay.get() == 0 && System.nanoTime() - last > time.toNanos();
    }

    int underWay() {
        return underWay.get();
    }

    long answered() {
        return answered.get();
    }

    long failed() {
        return failed.get();
    }

    Instant since() {
        return since;
    }
}
