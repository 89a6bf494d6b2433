package dev.cattlegrid.sandbox;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Starts a program from the calling thread, so that it inherits what that thread is confined to.
///
/// The JVM's own way starts a thread to wait for the program, which would inherit the same and be lent to others later;
/// see decision 0016.
///
/// @see <a href="https://man7.org/linux/man-pages/man3/posix_spawn.3.html">posix_spawn(3)</a>
final class Spawn {
    private static final int DEFAULT_SIGNALS = 0x04;
    private static final int SIGNAL_MASK = 0x08;
    private static final int NEW_SESSION = 0x80;

    /// More than any C library needs for its own.
    private static final int ROOM = 1024;

    private static final int ALL_SIGNALS = 128;

    private static final Optional<Functions> FUNCTIONS = Functions.find();

    private Spawn() {}

    /// What is started.
    ///
    /// @param program absolute, or relative to the directory
    /// @param words the program's own name first
    /// @param environment as `NAME=value`
    /// @param files become the program's 0, 1, 2 and so on; it gets no others
    record Start(
            String program,
            List<String> words,
            List<String> environment,
            Path directory,
            List<Integer> files) {
        Start {
            words = List.copyOf(words);
            environment = List.copyOf(environment);
            files = List.copyOf(files);
        }
    }

    private record Functions(
            MethodHandle spawn,
            MethodHandle initActions,
            MethodHandle addDuplicate,
            MethodHandle addDirectory,
            MethodHandle addCloseFrom,
            MethodHandle destroyActions,
            MethodHandle initAttributes,
            MethodHandle setFlags,
            MethodHandle setMask,
            MethodHandle setDefault,
            MethodHandle destroyAttributes) {

        static Optional<Functions> find() {
            try {
                return Optional.of(
                        new Functions(
                                named(
                                        "posix_spawn",
                                        ADDRESS,
                                        ADDRESS,
                                        ADDRESS,
                                        ADDRESS,
                                        ADDRESS,
                                        ADDRESS),
                                named("posix_spawn_file_actions_init", ADDRESS),
                                named(
                                        "posix_spawn_file_actions_adddup2",
                                        ADDRESS,
                                        JAVA_INT,
                                        JAVA_INT),
                                named("posix_spawn_file_actions_addchdir_np", ADDRESS, ADDRESS),
                                named(
                                        "posix_spawn_file_actions_addclosefrom_np",
                                        ADDRESS,
                                        JAVA_INT),
                                named("posix_spawn_file_actions_destroy", ADDRESS),
                                named("posix_spawnattr_init", ADDRESS),
                                named("posix_spawnattr_setflags", ADDRESS, JAVA_SHORT),
                                named("posix_spawnattr_setsigmask", ADDRESS, ADDRESS),
                                named("posix_spawnattr_setsigdefault", ADDRESS, ADDRESS),
                                named("posix_spawnattr_destroy", ADDRESS)));
            } catch (java.util.NoSuchElementException _) {
                return Optional.empty();
            }
        }

        private static MethodHandle named(String name, MemoryLayout... parameters) {
            return Native.returningError(name, parameters).orElseThrow();
        }
    }

    /// Whether the C library can start a program in a directory with nothing open that is not handed over.
    static boolean isPossible() {
        return FUNCTIONS.isPresent();
    }

    /// @return the process, or an error number, negative
    static long now(Start start) {
        Functions functions = FUNCTIONS.orElseThrow();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment actions = arena.allocate(ROOM, 16);
            MemorySegment attributes = arena.allocate(ROOM, 16);
            MemorySegment pid = arena.allocate(JAVA_INT);
            int failed = (int) functions.initActions.invokeExact(actions);
            failed |= (int) functions.initAttributes.invokeExact(attributes);
            for (int i = 0; i < start.files().size(); i++) {
                int file = start.files().get(i);
                failed |= (int) functions.addDuplicate.invokeExact(actions, file, i);
            }
            failed |= (int) functions.addCloseFrom.invokeExact(actions, start.files().size());
            failed |=
                    (int)
                            functions.addDirectory.invokeExact(
                                    actions, arena.allocateFrom(start.directory().toString()));
            failed |= (int) functions.setMask.invokeExact(attributes, arena.allocate(ALL_SIGNALS));
            failed |=
                    (int)
                            functions.setDefault.invokeExact(
                                    attributes, arena.allocate(ALL_SIGNALS).fill((byte) -1));
            failed |=
                    (int)
                            functions.setFlags.invokeExact(
                                    attributes,
                                    (short) (DEFAULT_SIGNALS | SIGNAL_MASK | NEW_SESSION));
            if (failed == 0) {
                failed =
                        (int)
                                functions.spawn.invokeExact(
                                        pid,
                                        arena.allocateFrom(start.program()),
                                        actions,
                                        attributes,
                                        vector(start.words(), arena),
                                        vector(start.environment(), arena));
            }
            int _ = (int) functions.destroyActions.invokeExact(actions);
            int _ = (int) functions.destroyAttributes.invokeExact(attributes);
            return failed == 0 ? pid.get(JAVA_INT, 0) : -failed;
        } catch (Throwable problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static MemorySegment vector(List<String> texts, Arena arena) {
        MemorySegment vector = arena.allocate(ADDRESS, texts.size() + 1L);
        for (int i = 0; i < texts.size(); i++) {
            vector.setAtIndex(ADDRESS, i, arena.allocateFrom(texts.get(i)));
        }
        return vector;
    }
}
