package dev.cattlegrid.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The directory where the gate keeps what it must not lose; nobody but its owner reads or writes there.
///
/// It is `.local/state/cattlegrid` below the home that the password database names. No variable of the environment
/// moves it: what a project can set must not point the gate elsewhere. A person who keeps it elsewhere says so to
/// `setup`, which writes the path into the launcher.
public record Store(Path directory) {
    /// Where it lies below a home.
    public static final String IN_HOME = ".local/state/cattlegrid";

    /// `S_IWGRP` and `S_IWOTH` of inode(7).
    private static final int WRITABLE_BY_OTHERS = 0022;

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    public static Store usual() {
        return new Store(Home.directory().resolve(IN_HOME));
    }

    Path record() {
        return directory.resolve("record");
    }

    Path head() {
        return directory.resolve("head");
    }

    Path lock() {
        return directory.resolve("lock");
    }

    Path key() {
        return directory.resolve("key");
    }

    Path torn() {
        return directory.resolve("torn");
    }

    Path index() {
        return directory.resolve("index.db");
    }

    /// Makes the directory where it is missing, and refuses one that others can write to.
    public void prepare() throws IOException {
        try {
            guard(directory);
        } catch (NoSuchFileException _) {
            make();
            guard(directory);
        }
    }

    private void make() throws IOException {
        Path parent = directory.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(directory, OWNER_DIRECTORY);
        } catch (FileAlreadyExistsException _) {
            // Somebody else was faster, or a file is in the way: what is there is looked at.
        }
    }

    /// Opens one of the files, never through a symbolic link, readable and writable by its owner alone.
    public static FileChannel open(Path file, StandardOpenOption... how) throws IOException {
        Set<OpenOption> options = new HashSet<>(List.of(how));
        options.add(LinkOption.NOFOLLOW_LINKS);
        FileChannel channel = FileChannel.open(file, options, OWNER_FILE);
        try {
            guard(file);
            return channel;
        } catch (IOException problem) {
            channel.close();
            throw problem;
        }
    }

    /// Refuses what others can write to, or what belongs to somebody else.
    public static void guard(Path path) throws IOException {
        guard(path, Files.readAttributes(path, "unix:mode,uid"));
    }

    /// @param facts of it, with its mode and its owner's number
    static void guard(Path path, Map<String, Object> facts) throws IOException {
        if (!(facts.get("mode") instanceof Integer mode) || (mode & WRITABLE_BY_OTHERS) != 0) {
            throw new IOException("others can write to `" + path + "`");
        }
        if (!Integer.valueOf(Home.uid()).equals(facts.get("uid"))) {
            throw new IOException("`" + path + "` belongs to another user");
        }
    }
}
