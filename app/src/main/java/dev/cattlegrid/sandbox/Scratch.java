package dev.cattlegrid.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// A directory for what is temporary, of one user and for one purpose, which goes with all that is in it.
public record Scratch(Path directory) implements AutoCloseable {
    public static Scratch make() throws IOException {
        return new Scratch(Files.createTempDirectory("cattlegrid-").toRealPath());
    }

    /// Deletes it. What its owner made unreadable for itself is opened first; links are never followed.
    @Override
    public void close() throws IOException {
        Files.walkFileTree(directory, new Deleting());
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path at, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(at);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path at, IOException problem) throws IOException {
            if (!Files.isDirectory(at, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                throw problem;
            }
            Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rwx------"));
            Files.walkFileTree(at, this);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path at, @Nullable IOException problem)
                throws IOException {
            if (problem != null) {
                throw problem;
            }
            Files.deleteIfExists(at);
            return FileVisitResult.CONTINUE;
        }
    }
}
