package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.PathFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at the disk, a counted number of times, and remembers what it saw. Nothing is followed, opened or waited for
/// that could hang: no FIFO, no device, no file on another machine.
final class Looks {
    private static final int MOST_LINKS = 40;

    private final Mounts mounts;
    private final Map<String, Entry> seen = new HashMap<>();
    private int left;

    Looks(int budget, Mounts mounts) {
        this.left = budget;
        this.mounts = mounts;
    }

    /// What stands at a path; a link is not followed.
    sealed interface Entry {
        record There(BasicFileAttributes attributes) implements Entry {}

        record Absent() implements Entry {}

        /// It cannot be told: no permission, no budget, a path that this system cannot spell.
        record Hidden() implements Entry {}
    }

    boolean isExhausted() {
        return left <= 0;
    }

    /// Takes so many operations from the budget; false once it is used up.
    boolean spend(int operations) {
        left = Math.max(0, left - operations);
        return left > 0;
    }

    Entry at(String path) {
        Entry known = seen.get(path);
        if (known != null) {
            return known;
        }
        Entry found = !spend(1) || mounts.mayHang(path) ? new Entry.Hidden() : attributes(path);
        seen.put(path, found);
        return found;
    }

    private static Entry attributes(String path) {
        try {
            return new Entry.There(
                    Files.readAttributes(
                            Path.of(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException | NotDirectoryException _) {
            return new Entry.Absent();
        } catch (FileSystemException problem) {
            boolean throughFile = "Not a directory".equals(problem.getReason());
            return throughFile ? new Entry.Absent() : new Entry.Hidden();
        } catch (IOException | InvalidPathException | SecurityException _) {
            return new Entry.Hidden();
        }
    }

    Optional<BasicFileAttributes> attributesOf(String path) {
        return at(path) instanceof Entry.There(var attributes)
                ? Optional.of(attributes)
                : Optional.empty();
    }

    boolean isDirectory(String path) {
        return attributesOf(path).filter(BasicFileAttributes::isDirectory).isPresent();
    }

    boolean isFile(String path) {
        return attributesOf(path).filter(BasicFileAttributes::isRegularFile).isPresent();
    }

    /// Where a path leads once every link in it is followed; what is not there stays as it is written. Empty where that
    /// cannot be told: a loop, a directory that may not be searched.
    Optional<String> real(String path) {
        Deque<String> ahead = new ArrayDeque<>(PathText.segments(path));
        String here = "/";
        int links = 0;
        while (!ahead.isEmpty()) {
            String name = ahead.removeFirst();
            if (name.equals(".") || name.equals("..")) {
                here = name.equals(".") ? here : PathText.parent(here);
                continue;
            }
            String next = PathText.child(here, name);
            Entry entry = at(next);
            if (entry instanceof Entry.Hidden) {
                return Optional.empty();
            }
            if (!(entry instanceof Entry.There(var attributes)) || !attributes.isSymbolicLink()) {
                here = next;
                continue;
            }
            Optional<String> target = target(next);
            if (target.isEmpty() || ++links > MOST_LINKS) {
                return Optional.empty();
            }
            List<String> names = PathText.segments(target.get());
            names.reversed().forEach(ahead::addFirst);
            here = PathText.isAbsolute(target.get()) ? "/" : here;
        }
        return Optional.of(here);
    }

    /// Whether the disk lets whoever runs this change what stands at a path, or make it there. A directory that may be
    /// written lets everything in it be replaced, whoever owns it.
    ///
    /// @param path absolute, no link in it
    PathFacts.Rights rights(String path) {
        String there = path;
        while (at(there) instanceof Entry.Absent) {
            there = PathText.parent(there);
        }
        if (!(at(there) instanceof Entry.There) || !spend(2)) {
            return PathFacts.Rights.UNKNOWN;
        }
        boolean granted = mayWrite(there) || mayWrite(PathText.parent(there));
        return granted ? PathFacts.Rights.GRANTED : PathFacts.Rights.REFUSED;
    }

    private static boolean mayWrite(String path) {
        try {
            return Files.isWritable(Path.of(path));
        } catch (InvalidPathException | SecurityException _) {
            return true;
        }
    }

    private Optional<String> target(String link) {
        spend(1);
        try {
            return Optional.of(Files.readSymbolicLink(Path.of(link)).toString());
        } catch (IOException | InvalidPathException | UnsupportedOperationException _) {
            return Optional.empty();
        }
    }

    /// The names in a directory, sorted as the C locale does; empty where it cannot be listed within the budget.
    Optional<List<String>> names(String directory, int most) {
        if (isExhausted() || !isDirectory(directory)) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(directory))) {
            for (Path entry : entries) {
                if (!spend(1) || names.size() >= most) {
                    return Optional.empty();
                }
                names.add(String.valueOf(entry.getFileName()));
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException _) {
            return Optional.empty();
        }
        names.sort((one, other) ->
                Arrays.compareUnsigned(
                        one.getBytes(StandardCharsets.UTF_8),
                        other.getBytes(StandardCharsets.UTF_8)));
        return Optional.of(names);
    }

    /// The bytes of a regular file that is no link itself; empty where it is none, too big or out of reach.
    Optional<byte[]> bytes(String path, int most) {
        if (!isFile(path) || !spend(1)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(Path.of(path), LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(most + 1);
            spend(bytes.length >> 16);
            return bytes.length > most ? Optional.empty() : Optional.of(bytes);
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// The text of a small file of ours or git's; empty where there is none.
    Optional<String> text(String path) {
        return bytes(path, 1 << 20).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
