package dev.cattlegrid.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The append-only file of all decisions.
///
/// An entry is whole in the file before [#append] returns, and on the disk too where it has to last; a process that is
/// killed leaves at most the beginning of a line that nobody was answered about, and the next writer puts it aside.
/// Writers of several processes take turns. Beside the record stands its *head*: length and hash of what was written
/// last, so that a record that was cut short is noticed.
public final class RecordFile {
    private static final Duration USUAL_WAIT = Duration.ofSeconds(3);

    private final Store store;
    private final Duration wait;

    public RecordFile(Store store) {
        this(store, USUAL_WAIT);
    }

    /// @param wait how long to wait for other writers
    RecordFile(Store store, Duration wait) {
        this.store = store;
        this.wait = wait;
    }

    /// Appends an entry.
    ///
    /// @param text one JSON object in ASCII, on one line
    /// @param lasting whether it has to be on the disk before this returns
    /// @throws IOException where it could not be written; the record is then as it was before
    public void append(String text, boolean lasting) throws IOException {
        store.prepare();
        try (FileChannel turn = Store.open(store.lock(), CREATE, WRITE)) {
            FileLock held = acquire(turn);
            try (FileChannel record = Store.open(store.record(), CREATE, READ, WRITE)) {
                Tail tail = mend(record);
                write(record, tail, text, lasting);
            } finally {
                held.release();
            }
        }
    }

    /// The end of the record: how long it is, and what the next line is tied to.
    private record Tail(long length, String link) {}

    private FileLock acquire(FileChannel turn) throws IOException {
        long until = System.nanoTime() + wait.toNanos();
        long pause = 200_000;
        while (true) {
            Optional<FileLock> lock = attempt(turn);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() - until > 0) {
                throw new IOException(
                        "another process has held the lock of `%s` for %d seconds"
                                .formatted(store.record(), wait.toSeconds()));
            }
            pause(pause);
            pause = Math.min(pause * 2, 20_000_000);
        }
    }

    private static Optional<FileLock> attempt(FileChannel turn) throws IOException {
        try {
            return Optional.ofNullable(turn.tryLock());
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        }
    }

    private static void pause(long nanos) throws IOException {
        try {
            Thread.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the record");
        }
    }

    /// Puts a torn line aside, and notes where the record is shorter than its head says.
    private Tail mend(FileChannel record) throws IOException {
        Optional<Head> head = Head.read(store.head());
        if (head.isPresent() && record.size() == head.get().length()) {
            return new Tail(head.get().length(), head.get().hash());
        }
        Tail tail = putTornAside(record);
        if (head.isPresent() && tail.length() < head.get().length()) {
            return note(record, tail, "shorter", head.get().length() - tail.length());
        }
        return tail;
    }

    private Tail putTornAside(FileChannel record) throws IOException {
        long size = record.size();
        byte[] end = read(record, Math.max(0, size - Frame.LONGEST_LINE), size);
        int lineEnd = lastIndex(end, end.length);
        int torn = end.length - lineEnd - 1;
        Tail tail = tail(end, lineEnd, size - torn);
        if (torn == 0) {
            return tail;
        }
        try (FileChannel aside = Store.open(store.torn(), CREATE, WRITE, APPEND)) {
            writeFully(aside, ByteBuffer.wrap(end, lineEnd + 1, torn));
            writeFully(aside, ByteBuffer.wrap(new byte[] {'\n'}));
            aside.force(true);
        }
        record.truncate(size - torn);
        return note(record, tail, "torn", torn);
    }

    private static Tail tail(byte[] end, int lineEnd, long length) {
        if (lineEnd < 0) {
            return new Tail(length, Frame.GENESIS);
        }
        int start = lastIndex(end, lineEnd) + 1;
        return new Tail(length, Frame.link(Arrays.copyOfRange(end, start, lineEnd)));
    }

    private Tail note(FileChannel record, Tail tail, String event, long bytes) throws IOException {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("event", event);
        entry.put("at", Instant.now().toString());
        entry.put("bytes", bytes);
        return write(record, tail, Json.print(entry), true);
    }

    private Tail write(FileChannel record, Tail tail, String text, boolean lasting)
            throws IOException {
        Frame frame = Frame.after(tail.link(), text);
        byte[] line = frame.line();
        try {
            record.position(tail.length());
            writeFully(record, ByteBuffer.wrap(line));
            if (lasting) {
                record.force(false);
            }
        } catch (IOException problem) {
            record.truncate(tail.length());
            throw problem;
        }
        Tail next = new Tail(tail.length() + line.length, frame.hash());
        Head.write(store.head(), new Head(next.length(), next.link()));
        return next;
    }

    private static byte[] read(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
            continue;
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static int lastIndex(byte[] bytes, int before) {
        int at = before - 1;
        while (at >= 0 && bytes[at] != '\n') {
            at--;
        }
        return at;
    }

    /// Length and last hash of the record, in a file of fixed size.
    record Head(long length, String hash) {
        static Optional<Head> read(java.nio.file.Path file) throws IOException {
            if (!java.nio.file.Files.exists(file)) {
                return Optional.empty();
            }
            String[] words = java.nio.file.Files.readString(file, US_ASCII).strip().split(" ");
            if (words.length != 3 || !words[2].equals(check(words[0], words[1]))) {
                return Optional.empty();
            }
            return Optional.of(new Head(Long.parseLong(words[0]), words[1]));
        }

        static void write(java.nio.file.Path file, Head head) throws IOException {
            String length = "%019d".formatted(head.length());
            String text = length + " " + head.hash() + " " + check(length, head.hash()) + "\n";
            try (FileChannel channel = Store.open(file, CREATE, WRITE)) {
                channel.write(ByteBuffer.wrap(text.getBytes(US_ASCII)), 0);
            }
        }

        private static String check(String length, String hash) {
            return Frame.after(hash, length).hash().substring(0, 16);
        }
    }
}
