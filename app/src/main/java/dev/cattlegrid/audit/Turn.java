package dev.cattlegrid.audit;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The turn to write files of the gate's own, which one thread of one process has at a time.
///
/// A lock of POSIX belongs to the process, and is gone as soon as the process closes *any* of its channels to that file. So a
/// process has one channel to a lock, in which its threads take turns, and keeps it open between them.
///
/// @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/fcntl.html">POSIX.1-2024, fcntl</a>
public final class Turn {
    private static final int KEPT_OPEN = 8;

    /// By the lock's path, the one that was wanted last at the end.
    private static final Map<Path, Turn> TURNS = new LinkedHashMap<>(16, 0.75f, true);

    private final Path file;
    private final ReentrantLock threads = new ReentrantLock(true);
    private int wanted;
    private @Nullable FileChannel channel;
    private @Nullable Seen seen;

    private Turn(Path file) {
        this.file = file;
    }

    /// What is done while nobody else does it.
    @FunctionalInterface
    public interface Work<T> {
        T done() throws IOException;
    }

    /// @param file the lock, made where it is missing
    /// @param wait how long others may have it before this
    /// @throws IOException where they have it longer
    public static <T> T have(Path file, Duration wait, Work<T> work) throws IOException {
        Turn turn = wanted(file);
        try {
            return turn.have(wait, work);
        } finally {
            over(turn);
        }
    }

    private static Turn wanted(Path file) {
        synchronized (TURNS) {
            Turn turn = TURNS.computeIfAbsent(file, Turn::new);
            turn.wanted++;
            return turn;
        }
    }

    private static void over(Turn turn) throws IOException {
        synchronized (TURNS) {
            turn.wanted--;
            Iterator<Turn> eldest = TURNS.values().iterator();
            while (TURNS.size() > KEPT_OPEN && eldest.hasNext()) {
                Turn each = eldest.next();
                if (each.wanted == 0) {
                    each.close();
                    eldest.remove();
                }
            }
        }
    }

    private <T> T have(Duration wait, Work<T> work) throws IOException {
        long until = System.nanoTime() + wait.toNanos();
        try {
            if (!threads.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw late(wait);
            }
        } catch (InterruptedException _) {
            throw interrupted();
        }
        try (FileLock _ = held(until, wait)) {
            return work.done();
        } finally {
            threads.unlock();
        }
    }

    private FileLock held(long until, Duration wait) throws IOException {
        long pause = 100_000;
        while (true) {
            Optional<FileLock> lock = attempt(open());
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() - until > 0) {
                throw late(wait);
            }
            pause(pause);
            pause = Math.min(pause * 2, 2_000_000);
        }
    }

    private static Optional<FileLock> attempt(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        }
    }

    /// The channel to the file that lies there now: who took it away and put another one there would lock that one.
    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open != null && open.isOpen() && lies(seen)) {
            return open;
        }
        close();
        open = Store.open(file, CREATE, WRITE);
        channel = open;
        seen = Seen.of(file);
        return open;
    }

    private boolean lies(@Nullable Seen before) throws IOException {
        try {
            return before != null && Seen.of(file).isSameFile(before);
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }

    private IOException late(Duration wait) {
        return new IOException(
                "another process has held the lock `%s` for %d seconds"
                        .formatted(file, wait.toSeconds()));
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new IOException("interrupted while waiting for others to write");
    }

    private static void pause(long nanos) throws IOException {
        try {
            Thread.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException _) {
            throw interrupted();
        }
    }
}
