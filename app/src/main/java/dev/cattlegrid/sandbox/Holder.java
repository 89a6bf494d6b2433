package dev.cattlegrid.sandbox;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The confined thread: it starts the command, stays while that runs, and ends what is left of it.
///
/// What this thread starts or wakes may inherit what it is confined to: other threads must not be among it. It talks to
/// its warden, a thread of the platform, by fields and by waking it, and to nobody else.
final class Holder implements Runnable {
    private static final int SIGKILL = 9;
    private static final int EVERYBODY = -1;
    private static final int FIRST_PROCESS = 1;

    private final Bonds bonds;
    private final Spawn.Start start;
    private final boolean endsAll;
    private final Thread warden;

    private volatile @Nullable String problem;
    private volatile long pid;
    private volatile boolean tried;
    private volatile boolean released;

    /// @param endsAll whether the bonds scope signals, so that everybody whom this thread can signal is the command's
    Holder(Bonds bonds, Spawn.Start start, boolean endsAll, Thread warden) {
        this.bonds = bonds;
        this.start = start;
        this.endsAll = endsAll;
        this.warden = warden;
    }

    @Override
    public void run() {
        boolean bound = false;
        try {
            bonds.putOn();
            bound = true;
            pid = Spawn.now(start);
        } catch (Throwable failed) {
            problem = String.valueOf(failed.getMessage());
        }
        tried = true;
        LockSupport.unpark(warden);
        if (pid <= 0) {
            return;
        }
        while (!released) {
            LockSupport.park(this);
        }
        // A signal to everybody reaches only what shares this thread's domain: the kernel's law,
        // once the bonds are on.
        // That the first process is out of reach is looked at all the same.
        if (bound && endsAll && Call.KILL.now(FIRST_PROCESS, 0, 0) == -Native.EPERM) {
            Call.KILL.now(EVERYBODY, SIGKILL, 0);
        }
    }

    /// Whether the command was tried to be started.
    boolean hasTried() {
        return tried;
    }

    /// The process, or an error number, negative; nought where the thread could not be confined.
    long pid() {
        return pid;
    }

    /// Why the thread could not be confined.
    @Nullable String problem() {
        return problem;
    }

    /// Lets the thread go: what is left of the command ends.
    void release(Thread thread) {
        released = true;
        LockSupport.unpark(thread);
    }
}
