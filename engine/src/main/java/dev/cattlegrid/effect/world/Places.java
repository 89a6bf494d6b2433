package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.Fact;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.PathFacts.Saved;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.Zone;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Turns words into places: absolute, normalised, with zone, standing and facts.
///
/// A path is judged as it is written and as its symbolic links lead, and the stricter of both counts.
public final class Places {
    private static final int KEPT = 64;

    private Places() {}

    /// The places that a value stands for, seen from a directory.
    ///
    /// A tilde is plain text here: who expands words has seen to it. A `host:path` is plain text too.
    ///
    /// @param directory absolute, or a place that is not exact when the working directory is unknown
    /// @return at least one; a glob gives one place with [Place.Sure.Expanded] or [Place.Sure.Below]
    public static List<Place> of(Value value, Place directory, World.Use use, World world) {
        return switch (value) {
            case Value.Exact(var text) -> List.of(exact(text, directory, use, world));
            case Value.OneOf(var texts) ->
                    texts.stream().map(text -> exact(text, directory, use, world)).toList();
            case Value.Glob(var pattern) -> List.of(glob(pattern, directory, use, world));
            case Value.Partial(var prefix, var suffix, _) ->
                    List.of(partial(prefix, suffix, directory, use, world));
        };
    }

    /// One absolute path; what is not absolute is taken to start at the root.
    public static Place of(String path, World.Use use, World world) {
        return from("/", path, use, world);
    }

    /// A place that could be anywhere.
    ///
    /// @param written for showing
    public static Place unresolved(String written) {
        return unresolved(written, Set.of());
    }

    private static Place exact(String text, Place directory, World.Use use, World world) {
        if (directory.isExact() || PathText.isAbsolute(text)) {
            return from(directory.path(), text, use, world);
        }
        return inUnknown(Pattern.escaped(text), text, directory, use, world);
    }

    /// A shell changes its directory by the text alone.
    private static Place from(String directory, String path, World.Use use, World world) {
        Place written = at(MagicLinks.resolve(directory, path), path, use, world);
        if (use == World.Use.ENTER) {
            return written;
        }
        return Climbs.physical(directory, path, world)
                .filter(physical -> !written.facts().realPath().equals(Optional.of(physical)))
                .map(physical -> either(at(physical, path, use, world), written))
                .orElse(written);
    }

    /// One of two places, and it is not known which: the stricter counts.
    private static Place either(Place one, Place other) {
        return new Place(
                one.path(),
                one.written(),
                one.sure(),
                Zones.stricter(one.zone(), other.zone()),
                both(one.standings(), other.standings()),
                together(one.facts(), other.facts()));
    }

    private static Place at(String path, String written, World.Use use, World world) {
        boolean meansDirectory =
                path.length() > 1
                        && (written.endsWith("/")
                                || written.endsWith("/.")
                                || written.equals(".")
                                || written.endsWith(".."));
        PathFacts facts = world.look(meansDirectory ? path + "/" : path, use);
        Zones.Area area = Zones.area(path, world);
        Set<Standing> standings = Standings.of(path, area, world);
        Zone zone = area.zone();
        if (facts.realPath().isPresent()) {
            String real = facts.realPath().get();
            Zones.Area realArea = Zones.area(real, world);
            zone = Zones.stricter(zone, realArea.zone());
            standings = both(standings, Standings.of(real, realArea, world));
        }
        if (!mayBeRebuilt(facts)) {
            standings.remove(Standing.REBUILDABLE);
        }
        return new Place(path, written, new Place.Sure.Exact(), zone, standings, facts);
    }

    /// A conventional name says nothing once somebody has looked.
    private static boolean mayBeRebuilt(PathFacts facts) {
        return facts.source() != Fact.Source.OBSERVED
                || switch (facts.saved()) {
                    case NOTHING, REBUILDABLE -> true;
                    case TRACKED_CLEAN, MODIFIED, UNTRACKED, IGNORED, MIXED -> false;
                    case UNVERSIONED, UNKNOWN -> facts.existence() != PathFacts.Existence.PRESENT;
                };
    }

    /// What makes stricter counts if either has it, what makes milder only if both do.
    private static Set<Standing> both(Set<Standing> one, Set<Standing> other) {
        Set<Standing> all = EnumSet.noneOf(Standing.class);
        all.addAll(one);
        all.addAll(other);
        for (Standing mild : EnumSet.of(Standing.REBUILDABLE, Standing.SINK)) {
            if (!one.contains(mild) || !other.contains(mild)) {
                all.remove(mild);
            }
        }
        return all;
    }

    private static Place glob(String pattern, Place directory, World.Use use, World world) {
        if (!directory.isExact() && !PathText.isAbsolute(pattern)) {
            return inUnknown(pattern, pattern, directory, use, world);
        }
        if (climbs(pattern, directory, world)) {
            return unresolved(pattern);
        }
        String absolute = MagicLinks.resolve(Pattern.escaped(directory.path()), pattern);
        if (!Pattern.isActive(absolute)) {
            return at(Pattern.literal(absolute), Pattern.literal(pattern), use, world);
        }
        return switch (world.expand(absolute)) {
            case World.Listing.Names(var paths) when paths.isEmpty() ->
                    at(MagicLinks.resolve(directory.path(), pattern), pattern, use, world);
            case World.Listing.Names(var paths) ->
                    expanded(Samples.ofGlob(absolute, world), pattern, paths, use, world);
            case World.Listing.Some() ->
                    below(Samples.ofGlob(absolute, world), pattern, use, world);
        };
    }

    /// Whether a pattern goes up from a link, or from names that are not known, on a machine that was looked at.
    private static boolean climbs(String pattern, Place directory, World world) {
        int up = ("/" + pattern + "/").lastIndexOf("/../");
        if (up < 0 || world.assumes()) {
            return false;
        }
        String beginning = pattern.substring(0, up + 2);
        return Pattern.isActive(beginning)
                || Climbs.physical(directory.path(), Pattern.literal(beginning), world).isPresent();
    }

    private static Place expanded(
            Samples samples, String written, List<String> paths, World.Use use, World world) {
        Zone zone = Zone.WORKSPACE;
        Optional<Set<Standing>> standings = Optional.empty();
        Optional<PathFacts> facts = Optional.empty();
        for (String path : paths) {
            Place one = at(path, path, use, world);
            zone = Zones.stricter(zone, one.zone());
            standings =
                    Optional.of(
                            standings
                                    .map(all -> both(all, one.standings()))
                                    .orElse(one.standings()));
            facts = Optional.of(facts.map(all -> together(all, one.facts())).orElse(one.facts()));
        }
        Set<Standing> all = EnumSet.noneOf(Standing.class);
        all.addAll(standings.orElse(Set.of()));
        if (samples.sweeps()) {
            all.add(Standing.CRITICAL);
        }
        List<String> kept = paths.size() > KEPT ? paths.subList(0, KEPT) : paths;
        return new Place(
                beginning(samples.directory()),
                written,
                new Place.Sure.Expanded(kept, paths.size()),
                zone,
                all,
                counting(facts.orElse(PathFacts.UNKNOWN), paths.size()));
    }

    private static PathFacts counting(PathFacts facts, int count) {
        return new PathFacts(
                facts.existence(),
                facts.kind(),
                facts.saved(),
                facts.ownWork(),
                facts.realPath(),
                OptionalInt.of(count),
                facts.rights(),
                facts.source());
    }

    /// What holds of two entries at once.
    private static PathFacts together(PathFacts one, PathFacts other) {
        return new PathFacts(
                one.existence() == other.existence()
                        ? one.existence()
                        : PathFacts.Existence.UNKNOWN,
                one.kind() == other.kind() ? one.kind() : PathFacts.Kind.UNKNOWN,
                worse(one.saved(), other.saved()),
                one.ownWork() && other.ownWork(),
                Optional.empty(),
                OptionalInt.empty(),
                one.rights() == other.rights() ? one.rights() : PathFacts.Rights.UNKNOWN,
                one.source() == other.source() ? one.source() : Fact.Source.UNKNOWN);
    }

    static Saved worse(Saved one, Saved other) {
        if (one == other) {
            return one;
        }
        Saved worst = rank(one) >= rank(other) ? one : other;
        return switch (worst) {
            case NOTHING, TRACKED_CLEAN, REBUILDABLE, UNKNOWN -> worst;
            case IGNORED, UNVERSIONED, UNTRACKED, MODIFIED, MIXED ->
                    one == Saved.NOTHING || other == Saved.NOTHING ? worst : Saved.MIXED;
        };
    }

    private static int rank(Saved saved) {
        return switch (saved) {
            case NOTHING -> 0;
            case TRACKED_CLEAN -> 1;
            case REBUILDABLE -> 2;
            case IGNORED -> 3;
            case UNVERSIONED -> 4;
            case UNTRACKED -> 5;
            case MODIFIED -> 6;
            case MIXED -> 7;
            case UNKNOWN -> 8;
        };
    }

    /// A word of which only the ends are known. Its middle is taken to be names, not `..`.
    private static Place partial(
            String prefix, String suffix, Place directory, World.Use use, World world) {
        String written = prefix + "…" + suffix;
        boolean absolute = PathText.isAbsolute(prefix);
        if (prefix.isEmpty() || !absolute && !directory.isExact()) {
            return unresolved(written, Samples.ofEnd(suffix, world).standings());
        }
        String from = absolute ? "/" : directory.path();
        boolean inside = prefix.endsWith("/");
        String cut = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        if (Climbs.physical(from, inside ? prefix : cut, world).isPresent()) {
            return unresolved(written, Samples.ofEnd(suffix, world).standings());
        }
        String base = MagicLinks.resolve(from, inside ? prefix : cut);
        String stem = inside ? "" : prefix.substring(cut.length());
        return below(Samples.ofPartial(base, stem, suffix, world), written, use, world);
    }

    /// A relative path where the working directory is not known, or only in part.
    private static Place inUnknown(
            String pattern, String written, Place directory, World.Use use, World world) {
        boolean leaves = leaves(pattern);
        if (directory.sure() instanceof Place.Sure.Unresolved
                || directory.path().isEmpty()
                || leaves) {
            return unresolved(written, Samples.ofEnd("/" + pattern, world).standings());
        }
        String base = PathText.normal(directory.path());
        String absolute = PathText.resolve(PathText.child(Pattern.escaped(base), "*"), pattern);
        return below(Samples.ofGlob(absolute, world), written, use, world);
    }

    /// Whether a relative path may climb above where it starts.
    private static boolean leaves(String path) {
        int depth = 0;
        for (String segment : PathText.segments(path)) {
            if (segment.equals("..")) {
                depth--;
            } else if (!segment.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    private static Place below(Samples samples, String written, World.Use use, World world) {
        PathFacts inside = world.look(beginning(samples.directory()), use);
        Saved saved = samples.isRebuildable() ? Saved.REBUILDABLE : inside.saved();
        PathFacts facts =
                new PathFacts(
                        inside.existence(),
                        PathFacts.Kind.UNKNOWN,
                        saved,
                        inside.ownWork(),
                        inside.realPath(),
                        inside.entries(),
                        rightsBelow(inside),
                        inside.source());
        Zone zone = samples.zone();
        Set<Standing> standings = samples.standings();
        if (inside.realPath().isPresent()) {
            String real = inside.realPath().get();
            Zones.Area area = Zones.area(real, world);
            zone = Zones.stricter(zone, area.zone());
            standings = both(standings, Standings.of(real, area, world));
        }
        return new Place(
                beginning(samples.directory()),
                written,
                new Place.Sure.Below(),
                zone,
                standings,
                facts);
    }

    /// Who may not write to a directory may well own something in it; what is not there has nothing in it, and where
    /// nothing is looked at a directory is taken with all that is in it.
    private static PathFacts.Rights rightsBelow(PathFacts directory) {
        return directory.existence() == PathFacts.Existence.ABSENT
                        || directory.source() == Fact.Source.ASSUMED
                ? directory.rights()
                : PathFacts.Rights.UNKNOWN;
    }

    /// A directory as the beginning of the paths in it.
    private static String beginning(String directory) {
        return directory.equals("/") ? "/" : directory + "/";
    }

    private static Place unresolved(String written, Set<Standing> standings) {
        List<Standing> strict = new ArrayList<>(standings);
        strict.remove(Standing.REBUILDABLE);
        strict.remove(Standing.SINK);
        return new Place(
                "",
                written,
                new Place.Sure.Unresolved(),
                Zone.UNKNOWN,
                Set.copyOf(strict),
                PathFacts.UNKNOWN);
    }
}
