package dev.cattlegrid.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.audit.Turn;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// A file of the gate's own that holds JSON: read whole, replaced whole or not at all.
final class OwnFile {
    private static final int LARGEST = 16 << 20;

    /// Longer than writing takes, and below the deadline of a launcher.
    private static final Duration WAIT = Duration.ofSeconds(10);

    private OwnFile() {}

    /// @throws java.nio.file.NoSuchFileException where it is not there
    /// @throws IOException in one sentence, where it is there and cannot be read
    static Fields read(Path file) throws IOException {
        return fields(file, Json.parse(bytes(file)));
    }

    /// @param line of a file that holds several
    static Fields fields(Path file, String line) throws IOException {
        return fields(file, Json.parse(line));
    }

    private static Fields fields(Path file, Json.Parsed parsed) throws IOException {
        return switch (parsed.members()) {
            case Json.Members.None(var what) -> throw unreadable(file, what);
            case Json.Members.Of(var fields) -> fields;
        };
    }

    /// @throws java.nio.file.NoSuchFileException where it is not there
    /// @throws IOException where it cannot be read whole
    static byte[] bytes(Path file) throws IOException {
        try (FileChannel channel = Store.open(file, StandardOpenOption.READ)) {
            byte[] bytes = Channels.newInputStream(channel).readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw unreadable(file, "larger than 16 MiB");
            }
            return bytes;
        }
    }

    static IOException unreadable(Path file, String what) {
        return new IOException("`%s` is %s; take it away to start anew".formatted(file, what));
    }

    /// @param durable whether it has to be on the disk when this returns
    static void replace(Path file, Object values, boolean durable) throws IOException {
        replace(file, Json.print(values), durable);
    }

    static void replace(Path file, String line, boolean durable) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try (FileChannel channel =
                Store.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
            while (left.hasRemaining()) {
                channel.write(left);
            }
            if (durable) {
                channel.force(true);
            }
        }
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// @param directory below the store, made where it is missing
    static <T> T alone(Store store, Path directory, Turn.Work<T> work) throws IOException {
        store.prepare();
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
        }
        return Turn.have(directory.resolve("lock"), WAIT, work);
    }
}
