package dev.cattlegrid.sandbox;

/// The system calls that this room makes itself.
enum Call {
    CAPGET(125, 90),
    CAPSET(126, 91),
    CLOSE(3, 57),
    FCNTL(72, 25),
    GETGID(104, 176),
    GETUID(102, 174),
    KILL(62, 129),
    LANDLOCK_ADD_RULE(445, 445),
    LANDLOCK_CREATE_RULESET(444, 444),
    LANDLOCK_RESTRICT_SELF(446, 446),
    MEMFD_CREATE(319, 279),
    OPENAT(257, 56),
    PIPE2(293, 59),
    PRCTL(157, 167),
    SECCOMP(317, 277),
    WAITID(247, 95),
    WRITE(1, 64);

    private final int onX86;
    private final int onArm;

    Call(int onX86, int onArm) {
        this.onX86 = onX86;
        this.onArm = onArm;
    }

    /// What the kernel gives, or an error number, negative.
    long now(long a, long b, long c, long d, long e) {
        int number =
                switch (Processor.ofThisMachine().orElseThrow()) {
                    case X86_64 -> onX86;
                    case AARCH64 -> onArm;
                };
        return Native.call(number, a, b, c, d, e);
    }

    long now(long a, long b, long c) {
        return now(a, b, c, 0, 0);
    }
}
