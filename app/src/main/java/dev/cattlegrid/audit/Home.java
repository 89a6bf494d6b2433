package dev.cattlegrid.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Who runs the gate and where their home is, as the password database says it; `HOME` and its like are not asked.
public final class Home {
    private static final Path PASSWORDS = Path.of("/etc/passwd");

    /// Looked up once: neither changes while a process lives.
    private static final class Own {
        static final int UID = lookedUpUid();
        static final Path HOME = local().orElseGet(() -> Path.of(System.getProperty("user.home")));
    }

    private Home() {}

    /// The user's home. A user who is not in the local file is looked up by the JVM, which asks `getpwuid`.
    public static Path directory() {
        return Own.HOME;
    }

    /// The user id of this process; -1 where the system has none.
    public static int uid() {
        return Own.UID;
    }

    private static int lookedUpUid() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid
                    ? uid
                    : -1;
        } catch (IOException | UnsupportedOperationException _) {
            return uidOfHome();
        }
    }

    private static int uidOfHome() {
        try {
            Path home = Path.of(System.getProperty("user.home"));
            return Files.getAttribute(home, "unix:uid") instanceof Integer uid ? uid : -1;
        } catch (IOException | UnsupportedOperationException _) {
            return -1;
        }
    }

    private static Optional<Path> local() {
        String uid = String.valueOf(uid());
        try (Stream<String> lines = Files.lines(PASSWORDS, StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.split(":", -1))
                    .filter(fields -> fields.length >= 6 && fields[2].equals(uid))
                    .map(fields -> fields[5])
                    .filter(home -> home.startsWith("/"))
                    .map(Path::of)
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException _) {
            return Optional.empty();
        }
    }
}
