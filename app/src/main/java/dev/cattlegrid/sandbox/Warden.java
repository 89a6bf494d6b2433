package dev.cattlegrid.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Watches over a command from an unconfined thread, from its start to the end of all that it left behind.
final class Warden implements Runnable {
    private static final int SIGKILL = 9;
    private static final int BY_PROCESS = 1;
    private static final int ENDED = 4;
    private static final int KEEP = 0x01000000;
    private static final int CODE_AT = 8;
    private static final int STATUS_AT = 24;
    private static final int EXITED = 1;

    private final Bonds bonds;
    private final Spawn.Start start;
    private final boolean scoped;
    private final boolean endsAll;

    private final CountDownLatch tried = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final ReentrantLock lock = new ReentrantLock();
    private boolean ended;
    private volatile long pid;
    private volatile @Nullable String problem;
    private volatile @Nullable Ended how;

    /// @param scoped whether the bonds scope signals
    /// @param endsAll whether nothing outlives the command anyway, so that nobody has to look for it
    Warden(Bonds bonds, Spawn.Start start, boolean scoped, boolean endsAll) {
        this.bonds = bonds;
        this.start = start;
        this.scoped = scoped;
        this.endsAll = endsAll;
    }

    void start() throws InterruptedException {
        Thread.ofPlatform().daemon().name("sandbox-warden").start(this);
        tried.await();
    }

    @Override
    public void run() {
        var holder = new Holder(bonds, start, scoped, Thread.currentThread());
        Thread thread = Thread.ofPlatform().daemon().name("sandbox").start(holder);
        while (!holder.hasTried()) {
            LockSupport.park(this);
        }
        pid = holder.pid();
        problem = holder.problem();
        tried.countDown();
        if (pid <= 0) {
            return;
        }
        Ended end = await(ENDED | KEEP);
        lock.lock();
        try {
            ended = true;
        } finally {
            lock.unlock();
        }
        // Until it is reaped, its number stands for it and for the group that it led.
        Call.KILL.now(-pid, SIGKILL, 0);
        holder.release(thread);
        join(thread);
        await(ENDED);
        how = end;
        over.countDown();
    }

    /// The process, or an error number, negative; nought where it could not be confined.
    long pid() {
        return pid;
    }

    @Nullable String problem() {
        return problem;
    }

    CountDownLatch over() {
        return over;
    }

    @Nullable Ended how() {
        return how;
    }

    /// Ends the command; what it left behind follows.
    void kill() {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            List<ProcessHandle> below =
                    endsAll
                            ? List.of()
                            : ProcessHandle.of(pid).stream()
                                    .flatMap(ProcessHandle::descendants)
                                    .toList();
            Call.KILL.now(-pid, SIGKILL, 0);
            below.forEach(ProcessHandle::destroyForcibly);
        } finally {
            lock.unlock();
        }
    }

    private Ended await(int what) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment information = arena.allocate(128, 8);
            long given;
            do {
                given = Call.WAITID.now(BY_PROCESS, pid, information.address(), what, 0);
            } while (given == -Native.EINTR);
            int status = information.get(JAVA_INT, STATUS_AT);
            return information.get(JAVA_INT, CODE_AT) == EXITED
                    ? new Ended.Exited(status)
                    : new Ended.Signalled(status);
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
