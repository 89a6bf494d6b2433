package dev.cattlegrid.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// What is put on a thread, for good, before it starts a command.
///
/// @param ruleset a Landlock ruleset; nothing: files, TCP and signals stay as they are
/// @param filter nothing: somebody else puts it on
/// @param rights whether root's rights are dropped
record Bonds(Optional<Integer> ruleset, Optional<Filter> filter, boolean rights) {
    private static final int NO_NEW_PRIVILEGES = 38;
    private static final int DROP_FROM_BOUNDS = 24;
    private static final int AMBIENT = 47;
    private static final int AMBIENT_CLEAR_ALL = 4;
    private static final int LAST_CAPABILITY = 63;
    private static final int CAPABILITIES_OF_64_BITS = 0x20080522;
    private static final int EFFECTIVE = 0;
    private static final int PERMITTED = 4;
    private static final int SET_FILTER = 1;

    /// To read and write files whatever their rights: root in a container works on files of others, and where it may
    /// write, Landlock says.
    private static final int OVERRIDE_FILE_RIGHTS = 1;

    /// Puts all of it on the calling thread, and on no other.
    ///
    /// @throws IOException if the kernel refuses any of it; the thread may then be half confined and starts nothing
    void putOn() throws IOException {
        if (rights) {
            dropRights();
        }
        Descriptors.check("give up new rights", Call.PRCTL.now(NO_NEW_PRIVILEGES, 1, 0, 0, 0));
        if (ruleset.isPresent()) {
            Descriptors.check("apply Landlock", Landlock.restrict(ruleset.get()));
        }
        if (filter.isPresent()) {
            Descriptors.check("apply seccomp", putOn(filter.get()));
        }
    }

    /// A thread that may not change its bounds has no rights to lose that a program could win back.
    private static void dropRights() throws IOException {
        Call.PRCTL.now(AMBIENT, AMBIENT_CLEAR_ALL, 0, 0, 0);
        for (int capability = 0; capability <= LAST_CAPABILITY; capability++) {
            if (capability != OVERRIDE_FILE_RIGHTS) {
                Call.PRCTL.now(DROP_FROM_BOUNDS, capability, 0, 0, 0);
            }
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment header = arena.allocate(8, 4);
            header.set(JAVA_INT, 0, CAPABILITIES_OF_64_BITS);
            MemorySegment sets = arena.allocate(24, 4);
            Descriptors.check(
                    "look at rights", Call.CAPGET.now(header.address(), sets.address(), 0));
            int kept = sets.get(JAVA_INT, PERMITTED) & 1 << OVERRIDE_FILE_RIGHTS;
            sets.fill((byte) 0);
            sets.set(JAVA_INT, EFFECTIVE, kept);
            sets.set(JAVA_INT, PERMITTED, kept);
            Descriptors.check("drop rights", Call.CAPSET.now(header.address(), sets.address(), 0));
        }
    }

    private static long putOn(Filter filter) {
        byte[] bytes = filter.bytes();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment instructions = arena.allocate(bytes.length, 8);
            instructions.asByteBuffer().put(bytes);
            MemorySegment program = arena.allocate(16, 8);
            program.set(JAVA_SHORT, 0, (short) filter.instructions().size());
            program.set(JAVA_LONG, 8, instructions.address());
            return Call.SECCOMP.now(SET_FILTER, 0, program.address());
        }
    }
}
