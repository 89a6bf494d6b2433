package dev.cattlegrid.daemon;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cattlegrid.audit.Store;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;

/// Where a daemon is found: its lock, its socket, and the *door plate* that launchers read. Nobody but its owner reads or
/// writes there.
///
/// It is `run` below the store, and not below the `/run/user` of a login: that one vanishes when the login ends, the daemon
/// with it forgotten but alive.
public record RunDirectory(Store store) {
    Path directory() {
        return store.directory().resolve("run");
    }

    Path socket() {
        return directory().resolve("socket");
    }

    Path log() {
        return directory().resolve("log");
    }

    private Path lock() {
        return directory().resolve("lock");
    }

    private Path plate() {
        return directory().resolve("door");
    }

    void prepare() throws IOException {
        store.prepare();
        if (!Files.isDirectory(directory())) {
            var owner = PosixFilePermissions.fromString("rwx------");
            Files.createDirectories(directory(), PosixFilePermissions.asFileAttribute(owner));
        }
        Store.guard(directory());
    }

    /// The right to be the daemon, for as long as the process lives; nothing where another holds it that long.
    Optional<Turn> turn(Duration wait) throws IOException {
        prepare();
        long until = System.nanoTime() + wait.toNanos();
        while (true) {
            Optional<Turn> turn = attempt();
            if (turn.isPresent() || System.nanoTime() - until > 0) {
                return turn;
            }
            pause();
        }
    }

    private Optional<Turn> attempt() throws IOException {
        FileChannel channel =
                Store.open(lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return Optional.of(new Turn(channel, fileKey(lock())));
            }
        } catch (OverlappingFileLockException _) {
            // Another thread of this process is the daemon.
        }
        channel.close();
        return Optional.empty();
    }

    /// A held lock.
    ///
    /// @param key of the lock's file: whoever takes the file away gets a daemon that ends by itself
    record Turn(FileChannel channel, Object key) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /// Whether the lock that is held is still the one that others would ask for.
    boolean isStill(Turn turn) {
        try {
            return fileKey(lock()).equals(turn.key());
        } catch (IOException _) {
            return false;
        }
    }

    private static Object fileKey(Path file) throws IOException {
        return Files.getAttribute(file, "unix:ino");
    }

    void hang(Plate plate) throws IOException {
        Path beside = directory().resolve("door.new");
        Files.deleteIfExists(beside);
        try (FileChannel channel =
                Store.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(plate.text().getBytes(US_ASCII)));
        }
        Files.move(
                beside,
                plate(),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    void takeDown() throws IOException {
        Files.deleteIfExists(plate());
    }

    Optional<Plate> plateThere() {
        try {
            return Plate.of(Files.readString(plate(), US_ASCII));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(5);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for another daemon to end");
        }
    }
}
