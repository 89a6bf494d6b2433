package dev.cattlegrid.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Breaker breaker = new Breaker(nanos::get);

    private void later(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }

    @Test
    void threeFailuresInARowAreEnough() {
        fail(2);
        assertTrue(breaker.lets());
        breaker.answered();
        fail(2);
        assertTrue(breaker.lets());
        fail(1);
        assertFalse(breaker.lets());
    }

    @Test
    void oneTriesForAll() {
        fail(3);
        later(9);
        assertFalse(breaker.lets());
        later(1);
        assertTrue(breaker.lets());
        assertFalse(breaker.lets(), "one is trying");
        breaker.failed();
        later(19);
        assertFalse(breaker.lets(), "the pause grows");
        later(1);
        assertTrue(breaker.lets());
        breaker.answered();
        assertTrue(breaker.lets());
        assertTrue(breaker.lets());
    }

    @Test
    void thePauseHasAnEnd() {
        fail(50);
        later(120);
        assertTrue(breaker.lets());
    }
}
