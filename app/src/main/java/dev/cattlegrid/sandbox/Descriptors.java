package dev.cattlegrid.sandbox;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Open files by their numbers, none of which a program that is started gets unless it is handed over.
final class Descriptors {
    private static final int O_CLOEXEC = 02000000;
    private static final int MFD_CLOEXEC = 1;
    private static final int DUPLICATE_CLOSED = 1030;

    /// Out of the way of those that a started program finds.
    private static final int LOWEST = 32;

    private Descriptors() {}

    /// The two ends of a pipe.
    record Pipe(int out, int in) {
        static Pipe open() throws IOException {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment ends = arena.allocate(8, 4);
                check("open a pipe", Call.PIPE2.now(ends.address(), O_CLOEXEC, 0));
                return new Pipe(
                        outOfTheWay(ends.get(JAVA_INT, 0)), outOfTheWay(ends.get(JAVA_INT, 4)));
            }
        }
    }

    /// A file that has no name and holds these bytes, read from its beginning.
    static int holding(byte[] bytes) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom("cattlegrid");
            int file =
                    outOfTheWay(
                            (int)
                                    check(
                                            "keep a file in memory",
                                            Call.MEMFD_CREATE.now(name.address(), MFD_CLOEXEC, 0)));
            try (var out = new FileOutputStream("/proc/self/fd/" + file)) {
                out.write(bytes);
            }
            return file;
        }
    }

    static void close(int descriptor) {
        Call.CLOSE.now(descriptor, 0, 0);
    }

    /// A stream from the reading end of a pipe, which is closed here and lives on in the stream.
    static InputStream reading(int end) throws IOException {
        try {
            return new Reading(new FileInputStream("/proc/self/fd/" + end));
        } finally {
            close(end);
        }
    }

    /// A stream into the writing end of a pipe, which is closed here and lives on in the stream.
    static OutputStream writing(int end) throws IOException {
        try {
            return new FileOutputStream("/proc/self/fd/" + end);
        } finally {
            close(end);
        }
    }

    static long check(String what, long given) throws IOException {
        if (given < 0) {
            throw new IOException("cannot %s: %s".formatted(what, Native.inWords(given)));
        }
        return given;
    }

    private static int outOfTheWay(int descriptor) throws IOException {
        long other = Call.FCNTL.now(descriptor, DUPLICATE_CLOSED, LOWEST);
        close(descriptor);
        return (int) check("open a file", other);
    }

    /// A file's stream asks for its length and place; a pipe has neither.
    private static final class Reading extends InputStream {
        private final FileInputStream from;

        Reading(FileInputStream from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            return from.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return from.read(bytes, offset, length);
        }

        @Override
        public int available() throws IOException {
            return from.available();
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }
}
