package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.world.Overlay;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/// The world as the call itself has changed it so far: what it wrote is there and is its own, what it took away is
/// gone.
final class CallWorld extends Overlay {
    private final Supplier<State> state;

    CallWorld(World before, Supplier<State> state) {
        super(before);
        this.state = state;
    }

    /// The same, with what this call itself fetched.
    @Override
    public List<String> fetchedInto(String directory) {
        Map<String, Made> files = state.get().files();
        List<String> earlier = before.fetchedInto(directory);
        if (files.isEmpty()) {
            return earlier;
        }
        var all = new TreeSet<>(earlier);
        files.forEach((path, made) -> {
            if (path.lastIndexOf('/') == directory.length() && path.startsWith(directory + "/")) {
                boolean fetched =
                        !made.gone()
                                && made.data().sources().stream()
                                        .anyMatch(Source.Network.class::isInstance);
                if (fetched) {
                    all.add(path);
                } else {
                    all.remove(path);
                }
            }
        });
        return List.copyOf(all);
    }

    @Override
    public List<String> writtenInto(String directory) {
        Map<String, Made> files = state.get().files();
        List<String> earlier = before.writtenInto(directory);
        if (files.isEmpty()) {
            return earlier;
        }
        var all = new LinkedHashSet<String>();
        files.forEach((path, made) -> {
            if (!made.gone() && path.startsWith(directory + "/")) {
                all.add(path);
            }
        });
        earlier.stream()
                .filter(path -> !files.containsKey(path) || !files.get(path).gone())
                .forEach(all::add);
        return List.copyOf(all);
    }

    @Override
    public boolean isWrittenInto(String directory) {
        return isFilled(directory)
                || madeNow(directory).isPresent()
                || before.isWrittenInto(directory);
    }

    /// What the call, or an earlier one of the session, did to a path, or to the nearest directory above it that was
    /// filled.
    Optional<Made> made(String path) {
        Optional<Made> now = madeNow(path);
        return now.isPresent() ? now : earlier(path);
    }

    private Optional<Made> earlier(String path) {
        return before.wrote(path)
                .map(wrote ->
                        new Made(
                                wrote.data(),
                                wrote.certain(),
                                wrote.isNew(),
                                wrote.directory(),
                                false));
    }

    /// Whether the call, or an earlier one, wrote to the path itself and not only to a directory above it.
    boolean isWritten(String path) {
        return state.get().files().containsKey(path)
                || before.wrote(path).filter(Wrote::itself).isPresent();
    }

    /// Whether the call, or an earlier one, wrote a file or changed something in it.
    boolean isChanged(String path) {
        return isWritten(path)
                || path.lastIndexOf('/') > 0
                        && before.writtenInto(path.substring(0, path.lastIndexOf('/')))
                                .contains(path);
    }

    /// Whether the call wrote to a path or to something below it.
    boolean isFilled(String path) {
        String below = path.endsWith("/") ? path : path + "/";
        return isWritten(path)
                || state.get().files().entrySet().stream()
                        .anyMatch(
                                file -> file.getKey().startsWith(below) && !file.getValue().gone());
    }

    /// What this call itself did to a path.
    private Optional<Made> madeNow(String path) {
        Map<String, Made> files = state.get().files();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        Made own = files.get(path);
        return own != null ? Optional.of(own) : above(path, files);
    }

    private static Optional<Made> above(String path, Map<String, Made> files) {
        for (int slash = path.lastIndexOf('/');
                slash > 0;
                slash = path.lastIndexOf('/', slash - 1)) {
            Made made = files.get(path.substring(0, slash));
            if (made != null && (made.directory() || made.gone())) {
                return Optional.of(made);
            }
        }
        return Optional.empty();
    }

    @Override
    public PathFacts look(String path, Use use) {
        Map<String, Made> files = state.get().files();
        if (files.isEmpty()) {
            return before.look(path, use);
        }
        Made own = files.get(path);
        if (own != null && own.certain()) {
            return facts(path, use, own);
        }
        if (own == null) {
            Optional<Made> above = above(path, files);
            if (above.isPresent() && above.get().certain()) {
                return inside(path, use, above.get());
            }
        }
        return before.look(path, use);
    }

    private PathFacts facts(String path, Use use, Made own) {
        PathFacts old = before.look(path, use);
        if (own.gone()) {
            return facts(old, PathFacts.Existence.ABSENT, PathFacts.Kind.UNKNOWN, own.fresh());
        }
        var kind = own.directory() ? PathFacts.Kind.DIRECTORY : PathFacts.Kind.FILE;
        if (own.fresh()) {
            return facts(old, PathFacts.Existence.PRESENT, kind, true);
        }
        return new PathFacts(
                PathFacts.Existence.PRESENT,
                old.kind(),
                old.saved(),
                old.ownWork(),
                old.realPath(),
                old.entries(),
                old.rights(),
                old.source());
    }

    private static PathFacts facts(
            PathFacts old, PathFacts.Existence existence, PathFacts.Kind kind, boolean own) {
        return new PathFacts(
                existence,
                kind,
                PathFacts.Saved.NOTHING,
                own,
                Optional.empty(),
                old.entries(),
                old.rights(),
                old.source());
    }

    private PathFacts inside(String path, Use use, Made above) {
        PathFacts old = before.look(path, use);
        if (above.gone()) {
            return facts(old, PathFacts.Existence.ABSENT, PathFacts.Kind.UNKNOWN, false);
        }
        if (!above.fresh()) {
            return old;
        }
        var existence =
                switch (use) {
                    case READ, RUN, ENTER, DELETE, CHANGE -> PathFacts.Existence.PRESENT;
                    case CREATE -> PathFacts.Existence.ABSENT;
                };
        return facts(old, existence, PathFacts.Kind.UNKNOWN, true);
    }

    @Override
    public Listing expand(String pattern) {
        Listing listing = before.expand(pattern);
        Map<String, Made> files = state.get().files();
        if (files.isEmpty() || !(listing instanceof Listing.Names(var names))) {
            return listing;
        }
        var all = new TreeSet<>(names);
        files.forEach((path, made) -> {
            if (!made.gone() && sameDepth(path, pattern) && Patterns.matches(pattern, path)) {
                all.add(path);
            }
        });
        return new Listing.Names(new ArrayList<>(all));
    }

    private static boolean sameDepth(String path, String pattern) {
        return path.chars().filter(c -> c == '/').count()
                == pattern.chars().filter(c -> c == '/').count();
    }

    @Override
    public Content content(String path) {
        Optional<Made> made = madeNow(path);
        if (made.isEmpty()) {
            return before.content(path);
        }
        Made own = made.get();
        if (!own.certain()) {
            return new Content.Unread("the call may change it first");
        }
        if (own.gone()) {
            return new Content.Absent();
        }
        if (!state.get().files().containsKey(path)) {
            return new Content.Unread("the call fills its directory");
        }
        return own.data()
                .text()
                .<Content>map(Content.Text::of)
                .orElseGet(() -> new Content.Unread("what the call writes into it is not known"));
    }
}
