package dev.cattlegrid.session;

import dev.cattlegrid.audit.Seen;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The sessions that this process read or wrote last, so that a file that nobody has replaced since is not read again.
final class Recent {
    private static final int MOST = 256;

    /// Bytes of files, of which the memory made of them takes a few times as many.
    private static final long MOST_BYTES = 4 << 20;

    private final Map<Sessions.Name, String> files = new LinkedHashMap<>();
    private final Map<Sessions.Name, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Entry(Seen seen, SessionFile.Text text) {}

    synchronized Optional<SessionFile.Text> of(Sessions.Name name, Seen seen) {
        return Optional.ofNullable(entries.get(name))
                .filter(entry -> entry.seen().equals(seen))
                .map(Entry::text);
    }

    /// The name of a session's file, which takes a hash to work out.
    synchronized String file(Sessions.Name name) {
        if (files.size() > MOST) {
            files.clear();
        }
        return files.computeIfAbsent(name, Sessions.Name::file);
    }

    /// The one that was kept last stays, however large it is.
    synchronized void keep(Sessions.Name name, Seen seen, SessionFile.Text text) {
        bytes += text.length() - size(entries.put(name, new Entry(seen, text)));
        while (entries.size() > 1 && (entries.size() > MOST || bytes > MOST_BYTES)) {
            bytes -= size(entries.remove(entries.keySet().iterator().next()));
        }
    }

    private static long size(@Nullable Entry entry) {
        return entry == null ? 0 : entry.text().length();
    }
}
