package dev.cattlegrid.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.audit.Store;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Texts below the store that are found by their name, the user's alone; of many the oldest go.
///
/// What cannot be kept or read is as if it were not there: nothing but time rests on it.
final class Drawer {
    private static final int LARGEST = 4 << 20;
    private static final int SWEEP = 64;
    private static final FileAttribute<?> OWNERS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Store store;
    private final String name;
    private final int most;
    private final AtomicInteger written = new AtomicInteger();

    /// @param name of the directory below the store
    /// @param most texts that are kept
    Drawer(Store store, String name, int most) {
        this.store = store;
        this.name = name;
        this.most = most;
    }

    Optional<String> get(String key) {
        Path file = directory().resolve(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = Store.open(file, StandardOpenOption.READ)) {
            return Optional.of(
                    new String(Channels.newInputStream(channel).readNBytes(LARGEST), UTF_8));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// @param key letters and digits
    void put(String key, String text) {
        try {
            store.prepare();
            if (!Files.isDirectory(directory())) {
                Files.createDirectories(directory(), OWNERS);
            }
            Store.guard(directory());
            Path beside = directory().resolve(key + "." + Fence.freshId());
            try (FileChannel channel =
                    Store.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(text.getBytes(UTF_8));
                while (left.hasRemaining()) {
                    channel.write(left);
                }
            }
            Files.move(
                    beside,
                    directory().resolve(key),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            if (written.getAndIncrement() % SWEEP == 0) {
                sweep();
            }
        } catch (IOException _) {
            // It is asked anew the next time.
        }
    }

    private Path directory() {
        return store.directory().resolve(name);
    }

    private void sweep() throws IOException {
        record Kept(Path file, FileTime at) {}
        try (Stream<Path> files = Files.list(directory())) {
            List<Kept> all =
                    files.flatMap(
                                    file -> {
                                        try {
                                            return Stream.of(
                                                    new Kept(
                                                            file, Files.getLastModifiedTime(file)));
                                        } catch (IOException _) {
                                            return Stream.empty();
                                        }
                                    })
                            .sorted(Comparator.comparing(Kept::at).reversed())
                            .toList();
            for (Kept each : all.subList(Math.min(most, all.size()), all.size())) {
                Files.deleteIfExists(each.file());
            }
        }
    }
}
