package dev.cattlegrid.eval;

import java.util.Arrays;

/// Durations, of which any quantile can be told.
public final class Times {
    private long[] nanos = new long[64];
    private int count;

    public void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    void addAll(Times other) {
        for (int i = 0; i < other.count; i++) {
            add(other.nanos[i]);
        }
    }

    /// In microseconds; 0 when there is none.
    public double micros(double quantile) {
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int at = (int) Math.ceil(quantile * count) - 1;
        return sorted[Math.clamp(at, 0, count - 1)] / 1000.0;
    }
}
