package dev.cattlegrid.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The shell scripts that the machine's own packages have brought.
final class SystemScripts {
    private static final List<String> DIRECTORIES =
            List.of(
                    "/etc",
                    "/usr/bin",
                    "/usr/sbin",
                    "/usr/lib",
                    "/usr/libexec",
                    "/usr/share",
                    "/var/lib/dpkg/info");

    private static final Pattern SHELL =
            Pattern.compile("#!\\s*(/usr)?/bin/(env\\s+)?(sh|bash|dash)\\b.*", Pattern.DOTALL);

    private SystemScripts() {}

    /// Each script once, however often it is there; nothing that another language's line begins.
    static List<Path> all() throws IOException {
        List<Path> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String directory : DIRECTORIES) {
            Path top = Path.of(directory);
            if (!Files.isDirectory(top, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            Files.walkFileTree(
                    top,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            boolean read =
                                    attributes.isRegularFile()
                                            && attributes.size() <= Parser.LONGEST
                                            && Files.isReadable(file);
                            if (read && isScript(file) && seen.add(text(file))) {
                                found.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException problem) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        }
        return found;
    }

    /// Byte for byte, so that any encoding comes through.
    static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static boolean isScript(Path file) throws IOException {
        String name = file.toString();
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(80), StandardCharsets.ISO_8859_1);
        }
        if (head.startsWith("#!")) {
            return SHELL.matcher(head).matches();
        }
        return name.endsWith(".sh") || name.endsWith(".bash");
    }
}
