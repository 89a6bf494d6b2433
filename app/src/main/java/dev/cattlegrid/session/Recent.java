package dev.cattlegrid.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The sessions that this process read or wrote last, so that a file that nobody has replaced since is not read again.
final class Recent {
    private static final int MOST = 64;

    private final Map<Sessions.Name, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private record Entry(Stamp stamp, Sessions.Kept kept) {}

    /// By what a file is told from the one that takes its place: it is a new file each time.
    record Stamp(Object inode, FileTime changed, long size) {
        /// @throws java.nio.file.NoSuchFileException where there is none
        static Stamp of(Path file) throws IOException {
            Map<String, Object> facts =
                    Files.readAttributes(file, "unix:ino,ctime,size", LinkOption.NOFOLLOW_LINKS);
            return new Stamp(
                    Objects.requireNonNull(facts.get("ino")),
                    (FileTime) Objects.requireNonNull(facts.get("ctime")),
                    (Long) Objects.requireNonNull(facts.get("size")));
        }
    }

    synchronized Optional<Sessions.Kept> of(Sessions.Name name, Stamp stamp) {
        return Optional.ofNullable(entries.get(name))
                .filter(entry -> entry.stamp().equals(stamp))
                .map(Entry::kept);
    }

    synchronized void keep(Sessions.Name name, Stamp stamp, Sessions.Kept kept) {
        entries.put(name, new Entry(stamp, kept));
        if (entries.size() > MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}
