package dev.cattlegrid.model;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Spares a provider that is away, and those who would wait for it: after some failures in a row nobody is let through for
/// a while, then one, and all again once that one was answered.
public final class Breaker {
    private static final int FAILURES = 3;
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final LongSupplier nanos;
    private int failures;
    private long until;
    private boolean trying;

    public Breaker() {
        this(System::nanoTime);
    }

    /// @param nanos a clock
    Breaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Whether somebody may ask now; who may has to say what it came to.
    public synchronized boolean lets() {
        if (failures < FAILURES) {
            return true;
        }
        if (trying || nanos.getAsLong() - until < 0) {
            return false;
        }
        trying = true;
        return true;
    }

    public synchronized void answered() {
        failures = 0;
        trying = false;
    }

    public synchronized void failed() {
        trying = false;
        failures++;
        if (failures >= FAILURES) {
            int times = Math.min(failures - FAILURES, 10);
            Duration pause = FIRST.multipliedBy(1L << times);
            until = nanos.getAsLong() + (pause.compareTo(LONGEST) > 0 ? LONGEST : pause).toNanos();
        }
    }
}
