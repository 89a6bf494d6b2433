package dev.cattlegrid.doctor;

import dev.cattlegrid.audit.Home;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.audit.Verification;
import dev.cattlegrid.session.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the gate must not lose: whether the record is whole, sessions can be read, and nobody else gets at it.
record StoreLook(Store store) {
    private static final String ABOUT = "store";
    private static final Set<PosixFilePermission> WRITING =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> ANY =
            PosixFilePermissions.fromString("---rwxrwx");

    List<Look> looks() {
        if (!Files.exists(store.directory())) {
            return List.of(Look.well(ABOUT, "nothing is on record yet"));
        }
        return List.of(rights(), record(), sessions());
    }

    private Look rights() {
        try (Stream<Path> files = Files.walk(store.directory())) {
            Optional<Path> open = Optional.empty();
            for (Path file : files.toList()) {
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOwners(file)) {
                    open = Optional.of(file);
                    break;
                }
            }
            return open.isEmpty()
                    ? Look.well(ABOUT, "only you can read and write " + store.directory())
                    : Look.wrong(
                            ABOUT,
                            "`" + open.get() + "` is not yours alone",
                            "chmod -R go= " + store.directory() + "; its owner has to be you");
        } catch (IOException problem) {
            return Look.wrong(
                    ABOUT,
                    "it cannot be looked through: " + problem.getMessage(),
                    "chown and chmod " + store.directory() + " so that it is yours alone");
        }
    }

    /// Nobody else gets into the directory, and nobody else made or can change what lies in it.
    private boolean isOwners(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return false;
        }
        Set<PosixFilePermission> against = file.equals(store.directory()) ? ANY : WRITING;
        return Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).stream()
                        .noneMatch(against::contains)
                && Objects.equals(
                        Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS),
                        Home.uid());
    }

    private Look record() {
        try {
            Verification found = Verification.of(store);
            return found.isWhole()
                    ? Look.well(ABOUT, "the record is whole: %d entries".formatted(found.entries()))
                    : Look.wrong(
                            ABOUT,
                            "the record is not whole: " + found.breaks().getFirst(),
                            "cattlegrid log verify");
        } catch (IOException problem) {
            return Look.wrong(
                    ABOUT,
                    "the record cannot be read: " + problem.getMessage(),
                    "cattlegrid log verify");
        }
    }

    private Look sessions() {
        var sessions = new Sessions(store);
        try {
            List<Sessions.Name> all = sessions.all();
            for (Sessions.Name name : all) {
                sessions.read(name);
            }
            return Look.well(ABOUT, "%d sessions can be read".formatted(all.size()));
        } catch (IOException problem) {
            return Look.wrong(
                    ABOUT,
                    "a session cannot be read, so its calls are refused: " + problem.getMessage(),
                    "move that file away; what the session remembers is lost with it");
        }
    }
}
