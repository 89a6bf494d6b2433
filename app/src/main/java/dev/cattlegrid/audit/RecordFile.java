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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Opened opened;

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
        Turn.have(
                store.lock(),
                wait,
                () -> {
                    append(opened(), text, lasting);
                    return true;
                });
    }

    private void append(Opened there, String text, boolean lasting) throws IOException {
        boolean done = false;
        try {
            there.tail = write(there, there.tail, text, lasting);
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    /// The end of the record: how long it is, and what the next line is tied to.
    private record Tail(long length, String link) {}

    /// The record and its head, held open between two appends. Only who has the turn touches it.
    private static final class Opened implements AutoCloseable {
        final FileChannel record;
        final FileChannel head;
        final Seen recordSeen;
        final Seen headSeen;
        Tail tail = new Tail(0, Frame.GENESIS);

        private Opened(FileChannel record, Seen recordSeen, FileChannel head, Seen headSeen) {
            this.record = record;
            this.recordSeen = recordSeen;
            this.head = head;
            this.headSeen = headSeen;
        }

        static Opened of(Store store) throws IOException {
            FileChannel record = Store.open(store.record(), CREATE, READ, WRITE);
            try {
                Seen recordSeen = Seen.of(store.record());
                FileChannel head = Store.open(store.head(), CREATE, READ, WRITE);
                return new Opened(record, recordSeen, head, Seen.of(store.head()));
            } catch (IOException problem) {
                record.close();
                throw problem;
            }
        }

        /// Whether these are still the files that lie there, and nobody has written since.
        boolean isCurrent(Store store) throws IOException {
            try {
                Seen now = Seen.of(store.record());
                return record.isOpen()
                        && head.isOpen()
                        && now.size() == tail.length()
                        && now.isSameFile(recordSeen)
                        && Seen.of(store.head()).isSameFile(headSeen);
            } catch (NoSuchFileException _) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            record.close();
            head.close();
        }
    }

    private Opened opened() throws IOException {
        Opened there = opened;
        if (there != null && there.isCurrent(store)) {
            return there;
        }
        close();
        there = Opened.of(store);
        opened = there;
        there.tail = mend(there);
        return there;
    }

    private void close() throws IOException {
        Opened there = opened;
        opened = null;
        if (there != null) {
            there.close();
        }
    }

    /// Puts a torn line aside, and notes where the record is shorter than its head says.
    private Tail mend(Opened there) throws IOException {
        FileChannel record = there.record;
        Optional<Head> head = Head.read(there.head);
        if (head.isPresent() && record.size() == head.get().length()) {
            return new Tail(head.get().length(), head.get().hash());
        }
        Tail tail = putTornAside(there);
        if (head.isPresent() && tail.length() < head.get().length()) {
            return note(there, tail, "shorter", head.get().length() - tail.length());
        }
        return tail;
    }

    private Tail putTornAside(Opened there) throws IOException {
        FileChannel record = there.record;
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
        return note(there, tail, "torn", torn);
    }

    private static Tail tail(byte[] end, int lineEnd, long length) {
        if (lineEnd < 0) {
            return new Tail(length, Frame.GENESIS);
        }
        int start = lastIndex(end, lineEnd) + 1;
        return new Tail(length, Frame.link(Arrays.copyOfRange(end, start, lineEnd)));
    }

    private static Tail note(Opened there, Tail tail, String event, long bytes) throws IOException {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("event", event);
        entry.put("at", Instant.now().toString());
        entry.put("bytes", bytes);
        return write(there, tail, Json.print(entry), true);
    }

    private static Tail write(Opened there, Tail tail, String text, boolean lasting)
            throws IOException {
        FileChannel record = there.record;
        Frame frame = Frame.after(tail.link(), text);
        byte[] line = frame.line();
        try {
            ByteBuffer left = ByteBuffer.wrap(line);
            while (left.hasRemaining()) {
                record.write(left, tail.length() + left.position());
            }
            if (lasting) {
                record.force(false);
            }
        } catch (IOException problem) {
            record.truncate(tail.length());
            throw problem;
        }
        Tail next = new Tail(tail.length() + line.length, frame.hash());
        Head.write(there.head, new Head(next.length(), next.link()));
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
        private static final int LONGEST = 256;

        static Optional<Head> read(FileChannel file) throws IOException {
            byte[] bytes = RecordFile.read(file, 0, Math.min(file.size(), LONGEST));
            String[] words = new String(bytes, US_ASCII).strip().split(" ");
            if (words.length != 3 || !words[2].equals(check(words[0], words[1]))) {
                return Optional.empty();
            }
            return Optional.of(new Head(Long.parseLong(words[0]), words[1]));
        }

        static Optional<Head> read(Path file) throws IOException {
            try (FileChannel channel = Store.open(file, READ)) {
                return read(channel);
            } catch (NoSuchFileException _) {
                return Optional.empty();
            }
        }

        static void write(FileChannel file, Head head) throws IOException {
            String length = "%019d".formatted(head.length());
            String text = length + " " + head.hash() + " " + check(length, head.hash()) + "\n";
            file.write(ByteBuffer.wrap(text.getBytes(US_ASCII)), 0);
        }

        private static String check(String length, String hash) {
            return Frame.after(hash, length).hash().substring(0, 16);
        }
    }
}
