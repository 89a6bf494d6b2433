package dev.cattlegrid.door;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Works on many pieces at once, on every core, and hands on the results in the order of the pieces.
///
/// What waits between reading and writing is bounded in number and in weight.
public final class InOrder {
    private static final int MOST_WAITING = 1024;
    private static final int HEAVIEST_KIB = 64 << 10;

    private InOrder() {}

    @FunctionalInterface
    public interface Pieces<T> {
        /// The next piece; nothing at the end.
        Optional<T> next() throws IOException;
    }

    public interface Sink<R> {
        void take(R result);

        /// Called when nothing is ready: the moment to flush.
        void idle();
    }

    private sealed interface Ticket<R> {
        record Waiting<R>(Future<R> result, int weight) implements Ticket<R> {}

        record End<R>(Optional<IOException> problem) implements Ticket<R> {}
    }

    /// @param weight of a piece, in bytes
    /// @param work must not throw
    public static <T, R> void run(
            Pieces<T> pieces, ToIntFunction<T> weight, Function<T, R> work, Sink<R> sink)
            throws IOException {
        BlockingQueue<Ticket<R>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
        var room = new Semaphore(HEAVIEST_KIB);
        try (ExecutorService workers = workers()) {
            Thread reader =
                    Thread.ofPlatform()
                            .daemon()
                            .start(() -> read(pieces, weight, work, workers, queue, room));
            try {
                drain(queue, room, sink);
            } finally {
                reader.interrupt();
                workers.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private static ExecutorService workers() {
        int cores = Runtime.getRuntime().availableProcessors();
        var threads = Thread.ofPlatform().daemon().stackSize(16 << 20).factory();
        return Executors.newFixedThreadPool(cores, threads);
    }

    private static <T, R> void read(
            Pieces<T> pieces,
            ToIntFunction<T> weight,
            Function<T, R> work,
            ExecutorService workers,
            BlockingQueue<Ticket<R>> queue,
            Semaphore room) {
        try {
            Optional<IOException> problem = Optional.empty();
            try {
                for (Optional<T> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
                    T there = piece.get();
                    int kib = Math.min(HEAVIEST_KIB, 1 + weight.applyAsInt(there) / 1024);
                    room.acquire(kib);
                    queue.put(new Ticket.Waiting<>(workers.submit(() -> work.apply(there)), kib));
                }
            } catch (IOException broken) {
                problem = Optional.of(broken);
            } catch (RuntimeException broken) {
                problem = Optional.of(new IOException(broken));
            }
            queue.put(new Ticket.End<>(problem));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static <R> void drain(BlockingQueue<Ticket<R>> queue, Semaphore room, Sink<R> sink)
            throws IOException, InterruptedException {
        while (true) {
            Ticket<R> next = queue.poll();
            if (next == null) {
                sink.idle();
                next = queue.take();
            }
            switch (next) {
                case Ticket.End<R>(var problem) -> {
                    if (problem.isPresent()) {
                        throw problem.get();
                    }
                    return;
                }
                case Ticket.Waiting<R>(var result, var weight) -> {
                    if (!result.isDone()) {
                        sink.idle();
                    }
                    sink.take(finished(result));
                    room.release(weight);
                }
            }
        }
    }

    private static <R> R finished(Future<R> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException problem) {
            throw new IllegalStateException(problem.getCause());
        }
    }
}
