package dev.cattlegrid.sandbox;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Optional;

/// The C library of this process: the few functions that the JVM has no words for.
///
/// A function that fails gives its error number; nothing here throws for what the kernel says.
@SuppressWarnings(
        "restricted") // what the C library is called by; the launcher lets this module do so
final class Native {
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int EACCES = 13;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle SYSCALL =
            LINKER.downcallHandle(
                    symbol("syscall"),
                    FunctionDescriptor.of(
                            JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                            JAVA_LONG),
                    Linker.Option.firstVariadicArg(1),
                    Linker.Option.captureCallState("errno"));

    private static final MethodHandle STRERROR =
            LINKER.downcallHandle(symbol("strerror"), FunctionDescriptor.of(ADDRESS, JAVA_INT));

    private Native() {}

    private static MemorySegment symbol(String name) {
        return LINKER.defaultLookup().findOrThrow(name);
    }

    /// A function of the C library that gives an error number or nought, as those for spawning do.
    static Optional<MethodHandle> returningError(String name, MemoryLayout... parameters) {
        return LINKER.defaultLookup()
                .find(name)
                .map(at -> LINKER.downcallHandle(at, FunctionDescriptor.of(JAVA_INT, parameters)));
    }

    /// A system call.
    ///
    /// @return what it gives, or the error number, negative
    static long call(long number, long a, long b, long c, long d, long e) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            long given = (long) SYSCALL.invokeExact(state, number, a, b, c, d, e);
            return given == -1 ? -(int) ERRNO.get(state, 0L) : given;
        } catch (Throwable problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// What an error number means, in the system's words.
    static String inWords(long error) {
        try {
            var text = (MemorySegment) STRERROR.invokeExact((int) Math.abs(error));
            return text.reinterpret(200).getString(0);
        } catch (Throwable problem) {
            throw new IllegalStateException(problem);
        }
    }
}
