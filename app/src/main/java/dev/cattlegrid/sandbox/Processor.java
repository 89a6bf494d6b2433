package dev.cattlegrid.sandbox;

import java.util.Locale;
import java.util.Optional;

/// The processors for which the numbers of system calls are known.
///
/// @see <a href="https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/include/uapi/linux/audit.h">linux/audit.h</a>
enum Processor {
    X86_64(0xC000003E),
    AARCH64(0xC00000B7);

    private final int audit;

    Processor(int audit) {
        this.audit = audit;
    }

    /// Its name in a seccomp filter: `AUDIT_ARCH_…`.
    int audit() {
        return audit;
    }

    static Optional<Processor> named(String architecture) {
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64", "arm64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }

    static Optional<Processor> ofThisMachine() {
        return named(System.getProperty("os.arch", ""));
    }
}
