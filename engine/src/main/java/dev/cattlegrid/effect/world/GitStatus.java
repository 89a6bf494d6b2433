package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.PathFacts.Saved;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Whether git could bring back what lies in a work tree. Files are compared byte by byte: no filter of the repository is
/// run, so that a file that a filter changes counts as modified.
final class GitStatus {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_INDEX_BYTES = 64 << 20;
    private static final int MOST_ENTRIES = 5000;

    private final GitRepository repository;
    private final Looks looks;
    private final Optional<GitIndex> index;
    private final Optional<Instant> indexTime;
    private final GitIgnore ignore;
    private final Predicate<String> conventional;
    private final Optional<String> tree;
    private int entries;

    /// @param home where the user's own patterns of ignored files lie
    /// @param conventional whether an absolute path is named like output that a tool makes again
    GitStatus(GitRepository repository, String home, Predicate<String> conventional) {
        this.repository = repository;
        this.looks = repository.looks();
        this.conventional = conventional;
        this.ignore = new GitIgnore(repository.root(), repository.ignoreFiles(home), looks);
        this.index = repository.isReadable() ? index() : Optional.empty();
        this.indexTime =
                looks.attributesOf(repository.indexFile())
                        .map(attributes -> attributes.lastModifiedTime().toInstant());
        this.tree =
                repository
                        .head()
                        .flatMap(head -> repository.objects().commit(head))
                        .map(GitObjects.Commit::tree);
    }

    private Optional<GitIndex> index() {
        return switch (looks.at(repository.indexFile())) {
            case Looks.Entry.Absent() -> Optional.of(GitIndex.EMPTY);
            case Looks.Entry.Hidden() -> Optional.empty();
            case Looks.Entry.There(_) -> {
                Optional<byte[]> bytes = looks.bytes(repository.indexFile(), MOST_INDEX_BYTES);
                bytes.ifPresent(found -> looks.spend(found.length >> 13));
                yield bytes.flatMap(GitIndex::parse);
            }
        };
    }

    /// @param path absolute, in the work tree, its directory without links
    Saved of(String path) {
        if (index.isEmpty() || looks.isExhausted()) {
            return Saved.UNKNOWN;
        }
        if (looks.isDirectory(path)) {
            entries = 0;
            return ofDirectory(path, index.get());
        }
        return ofFile(path, index.get(), true);
    }

    private String inside(String path) {
        return path.length() <= repository.root().length()
                ? ""
                : path.substring(
                        repository.root().equals("/") ? 1 : repository.root().length() + 1);
    }

    private Saved ofDirectory(String path, GitIndex known) {
        String inside = inside(path);
        boolean isGit = inside.equals(".git") || inside.startsWith(".git/");
        if (isGit) {
            return Saved.UNVERSIONED;
        }
        if (!inside.isEmpty() && known.below(inside).isEmpty() && ignore.ignores(inside, true)) {
            return conventional.test(path) ? Saved.REBUILDABLE : Saved.IGNORED;
        }
        Optional<List<String>> names = looks.names(path, MOST_ENTRIES);
        if (names.isEmpty()) {
            return Saved.UNKNOWN;
        }
        Saved worst = Saved.NOTHING;
        for (String name : names.get()) {
            if (++entries > MOST_ENTRIES || looks.isExhausted()) {
                return Saved.UNKNOWN;
            }
            // a history, of this repository or of one inside it
            if (name.equals(".git")) {
                return Saved.MIXED;
            }
            String child = PathText.child(path, name);
            Saved one =
                    looks.isDirectory(child)
                            ? ofDirectory(child, known)
                            : ofFile(child, known, false);
            worst = Places.worse(worst, one);
            if (worst == Saved.UNKNOWN) {
                return worst;
            }
        }
        return worst;
    }

    /// @param strictly whether the bytes are compared though size and time say that nothing changed
    private Saved ofFile(String path, GitIndex known, boolean strictly) {
        String inside = inside(path);
        Optional<GitIndex.Entry> entry = known.entry(inside);
        if (entry.isEmpty()) {
            boolean ignored = ignore.ignores(inside, false);
            return !ignored
                    ? Saved.UNTRACKED
                    : conventional.test(path) ? Saved.REBUILDABLE : Saved.IGNORED;
        }
        if (entry.get().conflicted() || entry.get().isSubmodule()) {
            return Saved.MODIFIED;
        }
        Optional<BasicFileAttributes> attributes = looks.attributesOf(path);
        if (attributes.isEmpty()) {
            return Saved.UNKNOWN;
        }
        Saved committed = committed(inside, entry.get());
        if (committed != Saved.TRACKED_CLEAN) {
            return committed;
        }
        boolean looksSame = looksSame(entry.get(), attributes.get());
        if (looksSame && !strictly) {
            return Saved.TRACKED_CLEAN;
        }
        Optional<String> name = name(path, entry.get(), attributes.get());
        if (name.isEmpty()) {
            return Saved.UNKNOWN;
        }
        if (name.get().equals(entry.get().name())) {
            return Saved.TRACKED_CLEAN;
        }
        // a filter may have changed it on the way out, or somebody has set its time back
        return looksSame ? Saved.UNKNOWN : Saved.MODIFIED;
    }

    /// Whether what is staged is what the last commit holds.
    private Saved committed(String inside, GitIndex.Entry entry) {
        if (tree.isEmpty()) {
            return repository.head().isEmpty() ? Saved.MODIFIED : Saved.UNKNOWN;
        }
        try {
            Optional<String> name = repository.objects().inTree(tree.get(), inside);
            return name.filter(entry.name()::equals).isPresent()
                    ? Saved.TRACKED_CLEAN
                    : Saved.MODIFIED;
        } catch (IOException _) {
            return Saved.UNKNOWN;
        }
    }

    /// Size and time as git saw them, and not so fresh that a change in the same moment would not show.
    private boolean looksSame(GitIndex.Entry entry, BasicFileAttributes attributes) {
        Instant time = attributes.lastModifiedTime().toInstant();
        boolean sameTime =
                time.getEpochSecond() == entry.seconds()
                        && (entry.nanos() == 0 || time.getNano() == entry.nanos());
        boolean racy = indexTime.filter(written -> time.isBefore(written)).isEmpty();
        return sameTime
                && !racy
                && entry.size() == (attributes.size() & 0xffffffffL)
                && entry.isLink() == attributes.isSymbolicLink();
    }

    /// The name that git would give the content.
    private Optional<String> name(
            String path, GitIndex.Entry entry, BasicFileAttributes attributes) {
        if (entry.isLink() != attributes.isSymbolicLink()) {
            return Optional.of("");
        }
        return (entry.isLink() ? target(path) : looks.bytes(path, MOST_BYTES)).map(GitStatus::name);
    }

    private Optional<byte[]> target(String link) {
        looks.spend(1);
        try {
            String target = Files.readSymbolicLink(Path.of(link)).toString();
            return Optional.of(target.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String name(byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException("every Java has SHA-1", problem);
        }
    }
}
