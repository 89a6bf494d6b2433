package dev.cattlegrid.agent.tool;

import dev.cattlegrid.agent.voice.Stop;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.BiConsumer;

/// The files below a directory, without those that nobody wrote: no link is followed, and what is hidden by habit is passed over.
final class Walk {
    private static final int MOST = 200_000;

    private static final Set<String> PASSED =
            Set.of(
                    ".git",
                    "node_modules",
                    ".venv",
                    "__pycache__",
                    ".gradle",
                    ".idea",
                    ".hg",
                    ".svn");

    private Walk() {}

    /// @param found each file with its attributes
    static void of(Path top, Stop stop, BiConsumer<Path, BasicFileAttributes> found)
            throws IOException {
        if (Files.isRegularFile(top)) {
            found.accept(top, Files.readAttributes(top, BasicFileAttributes.class));
            return;
        }
        if (!Files.isDirectory(top)) {
            throw new IOException("there is no directory `" + top + "`");
        }
        FileVisitor<Path> visitor =
                new SimpleFileVisitor<>() {
                    private int seen;

                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path directory, BasicFileAttributes attributes) {
                        boolean passed =
                                !directory.equals(top)
                                        && PASSED.contains(String.valueOf(directory.getFileName()));
                        return passed ? FileVisitResult.SKIP_SUBTREE : on();
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()) {
                            found.accept(file, attributes);
                        }
                        return on();
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException problem) {
                        return on();
                    }

                    private FileVisitResult on() {
                        return ++seen > MOST || stop.isStopped()
                                ? FileVisitResult.TERMINATE
                                : FileVisitResult.CONTINUE;
                    }
                };
        Files.walkFileTree(top, visitor);
    }
}
