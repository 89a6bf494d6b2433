package dev.cattlegrid.agent.voice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// By which a person breaks off what is under way: an answer that comes, a command that runs, a question.
public final class Stop {
    private final Set<Runnable> listeners = new LinkedHashSet<>();
    private boolean stopped;

    /// What is done when it is broken off; at once where that has happened.
    @FunctionalInterface
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    public synchronized boolean isStopped() {
        return stopped;
    }

    public void stop() {
        List<Runnable> all;
        synchronized (this) {
            stopped = true;
            all = List.copyOf(listeners);
        }
        all.forEach(Runnable::run);
    }

    /// @return to be closed when nothing is under way any more
    public Watch watch(Runnable listener) {
        boolean already;
        synchronized (this) {
            already = stopped;
            listeners.add(listener);
        }
        if (already) {
            listener.run();
        }
        return () -> {
            synchronized (this) {
                listeners.remove(listener);
            }
        };
    }
}
