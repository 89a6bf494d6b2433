package dev.cattlegrid.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// A file of settings that belongs to somebody else: read whole, replaced at once or not at all.
record TextFile(Path path) {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    /// Its text; nothing where there is no such file.
    ///
    /// @throws IllegalArgumentException in the user's words, if it is no text
    Optional<String> read() throws IOException {
        try {
            return Optional.of(Files.readString(path, UTF_8));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (MalformedInputException problem) {
            throw new IllegalArgumentException("`" + path + "` is not UTF-8", problem);
        }
    }

    /// Replaces the file as a whole; permissions and a symbolic link to it stay.
    void write(String text) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path next = Files.createTempFile(target.getParent(), ".settings", ".next");
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                channel.write(UTF_8.encode(text));
                channel.force(true);
            }
            Files.setPosixFilePermissions(
                    next,
                    Files.exists(target) ? Files.getPosixFilePermissions(target) : OWNER_ONLY);
            Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
