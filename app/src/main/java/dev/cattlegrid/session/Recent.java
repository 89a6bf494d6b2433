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

    private record Entry(Stamp stamp, SessionFile.Text text) {}

    /// By what a file is told from what it was before: it is longer, or a new file.
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

    synchronized Optional<SessionFile.Text> of(Sessions.Name name, Stamp stamp) {
        return Optional.ofNullable(entries.get(name))
                .filter(entry -> entry.stamp().equals(stamp))
                .map(Entry::text);
    }

    synchronized void keep(Sessions.Name name, Stamp stamp, SessionFile.Text text) {
        entries.put(name, new Entry(stamp, text));
        if (entries.size() > MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
    }
}
