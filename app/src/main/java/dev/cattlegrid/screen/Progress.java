package dev.cattlegrid.screen;

import java.io.PrintWriter;
import java.util.Locale;

/// A bar on a terminal that says how far a long piece of work has come; nothing where there is no terminal.
public final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long EVERY = 100_000_000L;

    private final PrintWriter out;
    private final boolean shown;
    private final long total;
    private final long start = System.nanoTime();
    private long last = start;

    /// @param total of what the work is counted in; 0 when it is not known
    public Progress(PrintWriter out, boolean shown, long total) {
        this.out = out;
        this.shown = shown;
        this.total = total;
    }

    /// @param done of the total
    /// @param things how many things are finished, with their name
    public void at(long done, long things, String name) {
        long now = System.nanoTime();
        if (!shown || now - last < EVERY) {
            return;
        }
        last = now;
        double seconds = (now - start) / 1e9;
        double share = total == 0 ? 0 : Math.min(1, (double) done / total);
        int full = (int) Math.round(share * WIDTH);
        out.printf(
                Locale.ROOT,
                "\r%s%s %3.0f %%  %d %s, %.0f a second\033[K",
                "█".repeat(full),
                "░".repeat(WIDTH - full),
                100 * share,
                things,
                name,
                things / seconds);
        out.flush();
    }

    @Override
    public void close() {
        if (shown) {
            out.print("\r\033[K");
            out.flush();
        }
    }
}
