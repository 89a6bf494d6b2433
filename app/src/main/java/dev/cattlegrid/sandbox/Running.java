package dev.cattlegrid.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A confined command that was started. When it ends, all that it started ends with it.
public final class Running implements AutoCloseable {
    private final Warden warden;
    private final OutputStream in;
    private final InputStream out;
    private final InputStream err;

    Running(Warden warden, OutputStream in, InputStream out, InputStream err) {
        this.warden = warden;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /// Where its input is written to; nowhere where it has this process's own.
    public OutputStream in() {
        return in;
    }

    /// Its output; empty where it has this process's own.
    public InputStream out() {
        return out;
    }

    /// Its errors; empty where they go elsewhere.
    public InputStream err() {
        return err;
    }

    /// The number of the process that was started: the command itself, or bubblewrap around it.
    public long pid() {
        return warden.pid();
    }

    public boolean isOver() {
        return warden.over().getCount() == 0;
    }

    /// Waits for its end, and for that of all that it started.
    public Ended waitFor() throws InterruptedException {
        warden.over().await();
        return Objects.requireNonNull(warden.how());
    }

    /// Waits for its end at most so long.
    public Optional<Ended> waitFor(Duration atMost) throws InterruptedException {
        return warden.over().await(atMost.toNanos(), TimeUnit.NANOSECONDS)
                ? Optional.of(Objects.requireNonNull(warden.how()))
                : Optional.empty();
    }

    /// Ends it at once, with all that it started. Nothing happens where it is over.
    public void kill() {
        warden.kill();
    }

    /// Ends it and closes its streams.
    @Override
    public void close() throws IOException {
        kill();
        try (in;
                out;
                err) {
            // Closing is all.
        }
    }
}
