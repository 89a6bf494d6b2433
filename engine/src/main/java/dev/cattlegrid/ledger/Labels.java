package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.flow.Label;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where what the session wrote came from, so that a download is still one in the next call and a secret's copy still a
/// secret. Marks go along with copies, archives, encodings and renames; only clean content that is certainly written over
/// them, and a deletion, ends them.
///
/// @param files marks by absolute path
/// @param secrets those of them that say that something is secret
/// @param events how many answers have been taken in: the clock of this record
public record Labels(Map<String, Mark> files, Map<String, Mark> secrets, long events) {
    static final int REMEMBERED = 1_024;

    public static final Labels NONE = new Labels(Kept.none(), Kept.none(), 0);

    public Labels {
        files = Kept.of(files);
        secrets = Kept.of(secrets);
    }

    /// @param from in their order, each once
    /// @param certain whether it has happened: what was asked about, or stood behind a condition, perhaps has not
    /// @param at when it was last written
    public record Mark(
            List<Trace> from, Extent extent, boolean directory, boolean certain, long at) {
        public Mark {
            from = List.copyOf(from);
        }

        public enum Extent {
            /// All that is there.
            WHOLE,
            /// Something was changed in it or added to it.
            PART,
            /// Something that lies below it, whose name is not known.
            WITHIN
        }

        boolean isSecret() {
            return from.stream().anyMatch(trace -> trace.label().contains(Label.SECRET));
        }

        boolean matters() {
            return from.stream().anyMatch(Trace::isMarked);
        }

        Mark with(Mark other) {
            return new Mark(
                    Trace.both(from, other.from),
                    extent == Extent.WHOLE && other.extent != Extent.WITHIN
                            ? Extent.WHOLE
                            : other.extent,
                    directory || other.directory,
                    certain && other.certain,
                    Math.max(at, other.at));
        }
    }

    private Kept<Mark> kept() {
        return Kept.of(files);
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    /// What is known of a path itself.
    Optional<Mark> at(String path) {
        return kept().at(path);
    }

    /// What is known of the nearest directory above a path.
    Optional<Mark> above(String path) {
        return directoryAbove(path).flatMap(kept()::at);
    }

    /// The nearest directory above a path of which something is known.
    Optional<String> directoryAbove(String path) {
        for (int slash = path.lastIndexOf('/');
                slash > 0;
                slash = path.lastIndexOf('/', slash - 1)) {
            String directory = path.substring(0, slash);
            if (kept().at(directory).filter(Mark::directory).isPresent()) {
                return Optional.of(directory);
            }
        }
        return Optional.empty();
    }

    /// Whether something secret lies below a path.
    boolean hasSecretsInside(String path) {
        return !Kept.of(secrets).inside(path).isEmpty();
    }

    /// The files right inside a directory that came from the network.
    List<String> fetchedInto(String directory) {
        return kept().inside(directory).stream()
                .filter(entry -> entry.getKey().lastIndexOf('/') == directory.length())
                .filter(entry ->
                        entry.getValue().from().stream()
                                .anyMatch(trace -> trace.kind() == Trace.Kind.NETWORK))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The files in a directory, at any depth, that were written or changed, the latest first.
    List<String> writtenInto(String directory) {
        return kept().inside(directory).stream()
                .filter(entry -> entry.getValue().extent() != Mark.Extent.WITHIN)
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().at()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The marks of what lies in a directory, at any depth.
    List<Map.Entry<String, Mark>> inside(String directory) {
        return kept().inside(directory);
    }

    private Labels put(String path, Mark mark) {
        Kept<Mark> secret = Kept.of(secrets);
        return new Labels(
                kept().with(path, mark),
                mark.isSecret() ? secret.with(path, mark) : secret.without(path),
                events);
    }

    private Labels withoutTree(String path) {
        return new Labels(kept().withoutTree(path), Kept.of(secrets).withoutTree(path), events);
    }

    /// What was asked about may have happened: it leaves its marks, and takes none away.
    Labels after(Event.Decided decided) {
        boolean happens = decided.answer() == Event.Decided.Answer.ALLOWED;
        if (!happens && decided.answer() != Event.Decided.Answer.ASKED) {
            return this;
        }
        Labels after = new Labels(files, secrets, events + 1);
        for (Step step : decided.steps()) {
            boolean certain = happens && step.certainty() == Step.Certainty.MUST;
            after = after.after(step.effect(), certain);
        }
        return after.files.size() > REMEMBERED ? after.fewer() : after;
    }

    private Labels after(Effect effect, boolean certain) {
        return switch (effect) {
            case Effect.Write write when isFile(write.place()) -> wrote(write, certain);
            case Effect.Move(var from, var to, _) when from.isExact() && to.isExact() ->
                    moved(from, to, certain);
            case Effect.Link(var at, var target, _, _) when at.isExact() && target.isExact() ->
                    linked(at, target, certain);
            case Effect.Delete(var place, _, _) when place.isExact() && certain ->
                    withoutTree(place.path());
            default -> this;
        };
    }

    /// What a link leads to is what lies there.
    private Labels linked(Place at, Place target, boolean certain) {
        boolean whole =
                at(target.path()).filter(mark -> mark.extent() == Mark.Extent.WHOLE).isPresent();
        var extent = whole ? Mark.Extent.WHOLE : Mark.Extent.PART;
        return with(at.path(), new Mark(of(target), extent, true, certain, events), false, !whole);
    }

    private static boolean isFile(Place place) {
        return place.zone() != Zone.DEVICE && !place.is(Standing.SINK) && place.path().length() > 1;
    }

    private Labels wrote(Effect.Write write, boolean certain) {
        List<Trace> from = Trace.of(write.data());
        boolean directory = write.data().text().isEmpty();
        boolean whole =
                switch (write.manner()) {
                    case CREATE, DESTROY -> true;
                    case APPEND, EDIT, DIRECTORY -> false;
                };
        var extent = whole ? Mark.Extent.WHOLE : Mark.Extent.PART;
        var mark = new Mark(from, extent, directory, certain, events);
        return switch (write.place().sure()) {
            case Place.Sure.Exact _ -> with(write.place().path(), mark, certain && whole, false);
            case Place.Sure.Expanded(var entries, _) -> {
                Labels all = this;
                for (String entry : entries) {
                    all = all.with(entry, mark, false, true);
                }
                yield all;
            }
            case Place.Sure.Below _ ->
                    with(
                            withoutSlash(write.place().path()),
                            new Mark(from, Mark.Extent.WITHIN, true, certain, events),
                            false,
                            true);
            case Place.Sure.Unresolved _ -> this;
        };
    }

    /// @param over whether what was there is certainly gone
    /// @param onlyMarked whether it is worth a note only where it matters
    private Labels with(String path, Mark mark, boolean over, boolean onlyMarked) {
        if (path.isEmpty() || onlyMarked && !mark.matters()) {
            return this;
        }
        Optional<Mark> old = over ? Optional.empty() : kept().at(path);
        return put(path, old.map(one -> one.with(mark)).orElse(mark));
    }

    private Labels moved(Place from, Place to, boolean certain) {
        Kept<Mark> old = kept();
        Labels next = certain ? withoutTree(from.path()).withoutTree(to.path()) : this;
        for (var entry : old.inside(from.path())) {
            String rest = entry.getKey().substring(from.path().length());
            next = next.put(to.path() + rest, entry.getValue());
        }
        List<Trace> own = of(from);
        var extent = old.at(from.path()).map(Mark::extent).orElse(Mark.Extent.PART);
        return next.with(
                to.path(),
                new Mark(own, extent, true, certain, events),
                false,
                extent == Mark.Extent.PART);
    }

    /// What a file is made of: what was written there, and itself.
    private List<Trace> of(Place place) {
        List<Trace> own = Trace.of(Data.of(new Source.File(place)));
        return at(place.path())
                .or(() -> above(place.path()))
                .map(mark -> Trace.both(own, mark.from()))
                .orElse(own);
    }

    /// Forgets what does not matter; where even the rest is too much, a directory stands for what lies in it.
    private Labels fewer() {
        Kept<Mark> less = Kept.none();
        for (var entry : files.entrySet()) {
            if (entry.getValue().matters()) {
                less = less.with(entry.getKey(), entry.getValue());
            }
        }
        while (less.size() > REMEMBERED / 2) {
            Kept<Mark> wider = Kept.none();
            for (var entry : less.entrySet()) {
                String parent =
                        entry.getKey().substring(0, Math.max(0, entry.getKey().lastIndexOf('/')));
                var mark =
                        new Mark(
                                entry.getValue().from(),
                                Mark.Extent.WITHIN,
                                true,
                                entry.getValue().certain(),
                                entry.getValue().at());
                wider =
                        wider.with(
                                parent, wider.at(parent).map(one -> one.with(mark)).orElse(mark));
            }
            less = wider;
        }
        Labels left = new Labels(Kept.none(), Kept.none(), events);
        for (var entry : less.entrySet()) {
            left = left.put(entry.getKey(), entry.getValue());
        }
        return left;
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
