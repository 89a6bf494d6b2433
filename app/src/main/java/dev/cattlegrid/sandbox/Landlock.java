package dev.cattlegrid.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Landlock: what a thread and all that it starts may do to files, which TCP ports they may use, whom they may signal.
///
/// @see <a href="https://docs.kernel.org/userspace-api/landlock.html">Landlock: unprivileged access control</a>
final class Landlock {
    static final long EXECUTE = 1;
    static final long WRITE_FILE = 1 << 1;
    static final long READ_FILE = 1 << 2;
    static final long READ_DIRECTORY = 1 << 3;
    static final long MAKE_CHARACTER_DEVICE = 1 << 6;
    static final long MAKE_BLOCK_DEVICE = 1 << 11;
    static final long REFER = 1 << 13;
    static final long TRUNCATE = 1 << 14;
    static final long DEVICE_CONTROL = 1 << 15;

    static final long READ = EXECUTE | READ_FILE | READ_DIRECTORY;

    /// What a file that is no directory can be granted.
    static final long OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | DEVICE_CONTROL;

    /// The version that scopes signals, so that what is confined can be told from everything else.
    static final int SCOPES = 6;

    /// The newest version that is made use of.
    static final int NEWEST = 7;

    private static final long ASK_FOR_VERSION = 1;
    private static final long BELOW_PATH = 1;

    private static final long ALL_TCP = 3;
    private static final long ABSTRACT_SOCKETS_AND_SIGNALS = 3;
    private static final int AT_CURRENT_DIRECTORY = -100;
    private static final int O_PATH_CLOEXEC = 010000000 | 02000000;

    private Landlock() {}

    /// The version that the kernel speaks, or why it speaks none, as an error number, negative.
    static long version() {
        return Call.LANDLOCK_CREATE_RULESET.now(0, 0, ASK_FOR_VERSION);
    }

    /// Every right over files that a version knows.
    static long filesAt(int version) {
        if (version >= 5) {
            return (1 << 16) - 1;
        }
        return version >= 3 ? (1 << 15) - 1 : version == 2 ? (1 << 14) - 1 : (1 << 13) - 1;
    }

    /// What is granted below a directory that may be written: all but making devices and talking to them.
    static long writing(int version) {
        return filesAt(version) & ~(MAKE_CHARACTER_DEVICE | MAKE_BLOCK_DEVICE | DEVICE_CONTROL);
    }

    /// What a domain is to refuse.
    ///
    /// @param version of the kernel's, or an older one
    /// @param files rights for each path; nothing: files are no matter of this domain
    /// @param tcp whether TCP is refused
    record Domain(int version, Optional<Map<Path, Long>> files, boolean tcp) {
        /// Whether what it confines can signal nobody outside.
        boolean scopesSignals() {
            return version >= SCOPES;
        }
    }

    /// The ruleset of a domain, ready to be put on a thread.
    ///
    /// @return its descriptor, or an error number, negative
    static long ruleset(Domain domain) {
        int version = domain.version();
        long files = domain.files().isPresent() ? filesAt(version) : 0;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(24, 8);
            attributes.set(JAVA_LONG, 0, files);
            attributes.set(JAVA_LONG, 8, domain.tcp() && version >= 4 ? ALL_TCP : 0);
            attributes.set(
                    JAVA_LONG, 16, domain.scopesSignals() ? ABSTRACT_SOCKETS_AND_SIGNALS : 0);
            long ruleset =
                    Call.LANDLOCK_CREATE_RULESET.now(
                            attributes.address(), attributes.byteSize(), 0);
            if (ruleset < 0) {
                return ruleset;
            }
            for (var rule : domain.files().orElse(Map.of()).entrySet()) {
                long error = allow(ruleset, rule.getKey(), rule.getValue() & files, arena);
                if (error < 0) {
                    Descriptors.close((int) ruleset);
                    return error;
                }
            }
            return ruleset;
        }
    }

    /// Puts a ruleset on the calling thread, for good. It may gain no rights any more.
    static long restrict(long ruleset) {
        return Call.LANDLOCK_RESTRICT_SELF.now(ruleset, 0, 0);
    }

    private static long allow(long ruleset, Path path, long rights, Arena arena) {
        long file =
                Call.OPENAT.now(
                        AT_CURRENT_DIRECTORY,
                        arena.allocateFrom(path.toString()).address(),
                        O_PATH_CLOEXEC);
        if (file < 0) {
            return file == -Native.ENOENT ? 0 : file;
        }
        MemorySegment rule = arena.allocate(12, 8);
        rule.set(JAVA_LONG, 0, rights);
        rule.set(JAVA_INT, 8, (int) file);
        long error = Call.LANDLOCK_ADD_RULE.now(ruleset, BELOW_PATH, rule.address(), 0, 0);
        Descriptors.close((int) file);
        return error;
    }
}
