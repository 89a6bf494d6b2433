package dev.cattlegrid.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.audit.Seen;
import dev.cattlegrid.audit.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The memories of all sessions, a file each below the store: a process that is killed half-way leaves the memory before.
///
/// A file that cannot be read is not taken for an empty one: what a session remembers would be lost without a word.
public final class Sessions {
    private static final String END = ".json";
    private static final Duration KEPT = Duration.ofDays(30);

    private final Store store;
    private final Recent recent = new Recent();

    public Sessions(Store store) {
        this.store = store;
    }

    /// What a session is known by.
    ///
    /// @param id as the host names it; where it names none, its working directory has to do
    public record Name(String host, String id) {
        String file() {
            try {
                byte[] bytes = (host + '\0' + id).getBytes(UTF_8);
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
                return HexFormat.of().formatHex(hash, 0, 16) + END;
            } catch (NoSuchAlgorithmException problem) {
                throw new IllegalStateException(problem);
            }
        }
    }

    /// A memory as it was read.
    ///
    /// @param number of times that it was written
    public record Kept(Memory memory, long number) {
        static final Kept NOTHING = new Kept(Memory.EMPTY, 0);
    }

    /// What is remembered of a session; nothing yet where it is new.
    ///
    /// @throws IOException in one sentence, where there is something that cannot be read
    public Kept read(Name name) throws IOException {
        return text(name).map(SessionFile.Text::kept).orElse(Kept.NOTHING);
    }

    private Optional<SessionFile.Text> text(Name name) throws IOException {
        SessionFile file = file(name);
        try {
            Seen seen = Seen.of(file.path());
            Optional<SessionFile.Text> known = recent.of(name, seen);
            if (known.isPresent()) {
                return known;
            }
            SessionFile.Text text = file.read();
            recent.keep(name, seen, text);
            return Optional.of(text);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// Writes what a session remembers now, unless somebody else wrote since it was read.
    ///
    /// @param durable whether it has to be on the disk when this returns
    /// @return whether it was written
    public boolean write(Name name, Kept before, Memory now, boolean durable) throws IOException {
        return OwnFile.alone(
                store,
                directory(),
                () -> {
                    Optional<SessionFile.Text> there = text(name);
                    if (there.map(SessionFile.Text::kept).orElse(Kept.NOTHING).number()
                            != before.number()) {
                        return false;
                    }
                    var kept = new Kept(now, before.number() + 1);
                    SessionFile file = file(name);
                    SessionFile.Text text =
                            there.isPresent() && !there.get().isLong()
                                    ? file.append(there.get(), kept, durable)
                                    : file.replace(name, kept, durable);
                    recent.keep(name, Seen.of(file.path()), text);
                    if (there.isEmpty()) {
                        forgetOld();
                    }
                    return true;
                });
    }

    /// Changes what a session remembers, whoever else does so at the same time.
    public void change(Name name, UnaryOperator<Memory> how) throws IOException {
        while (true) {
            Kept before = read(name);
            Memory now = how.apply(before.memory());
            if (now.equals(before.memory()) || write(name, before, now, true)) {
                return;
            }
        }
    }

    /// The sessions that something is remembered of, the latest first.
    public List<Name> all() throws IOException {
        return since(Instant.EPOCH);
    }

    /// Those of them in which something was remembered since then.
    public List<Name> since(Instant from) throws IOException {
        record Found(Name name, FileTime at) {}
        var found = new ArrayList<Found>();
        if (!Files.isDirectory(directory())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory())) {
            for (Path file : files.filter(file -> file.toString().endsWith(END)).toList()) {
                FileTime at = Files.getLastModifiedTime(file);
                if (!at.toInstant().isBefore(from)) {
                    found.add(new Found(new SessionFile(file).name(), at));
                }
            }
        }
        found.sort(Comparator.comparing(Found::at).reversed());
        return found.stream().map(Found::name).toList();
    }

    private Path directory() {
        return store.directory().resolve("sessions");
    }

    private SessionFile file(Name name) {
        return new SessionFile(directory().resolve(recent.file(name)));
    }

    private void forgetOld() throws IOException {
        FileTime since = FileTime.from(Instant.now().minus(KEPT));
        try (Stream<Path> files = Files.list(directory())) {
            for (Path file : files.filter(file -> file.toString().endsWith(END)).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(since) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
