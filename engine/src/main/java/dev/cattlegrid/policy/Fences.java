package dev.cattlegrid.policy;

import dev.cattlegrid.call.Confinement;
import dev.cattlegrid.effect.Fact;
import dev.cattlegrid.effect.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether places lie inside what a sandbox may write, or outside of it: surely, or it is neither.
final class Fences {
    /// Names there stand for whatever a process happens to have open.
    private static final List<String> OF_PROCESSES = List.of("/proc", "/dev/fd", "/dev/std");

    private Fences() {}

    /// Whether a place is surely nothing that the sandbox may write, nor anything above or below that.
    static boolean isOutside(Place place, Confinement sandbox) {
        boolean told =
                switch (place.zone()) {
                    case WORKSPACE, SCRATCH, OTHER_REPOSITORY, HOME, SYSTEM, DEVICE, REMOVABLE ->
                            true;
                    case REMOTE, UNKNOWN -> false;
                };
        return told
                && isLookedAt(place)
                && paths(place)
                        .filter(paths -> paths.stream().allMatch(path -> isOutside(path, sandbox)))
                        .isPresent();
    }

    /// Whether a place, as far as it is known, is something that the sandbox may write.
    static boolean isInside(Place place, Confinement sandbox) {
        return isInside(place.path(), sandbox)
                && place.facts().realPath().stream().allMatch(path -> isInside(path, sandbox));
    }

    /// Whether the sandbox may see something else at a place than the gate does: what it hides lies nearer than what it
    /// may write.
    static boolean isHidden(Place place, Confinement sandbox) {
        int hidden = nearest(place.path(), sandbox.hidden());
        return hidden >= 0 && hidden >= nearest(place.path(), sandbox.writable());
    }

    /// How long the longest of the directories is that a path lies in; -1 where it lies in none.
    private static int nearest(String path, List<String> directories) {
        return directories.stream()
                .filter(directory -> isBelow(path, directory))
                .mapToInt(String::length)
                .max()
                .orElse(-1);
    }

    private static boolean isLookedAt(Place place) {
        Fact.Source source = place.facts().source();
        return source == Fact.Source.OBSERVED || source == Fact.Source.ASSUMED;
    }

    /// All paths that a place is, under each name that is known; nothing where they cannot be told.
    private static Optional<List<String>> paths(Place place) {
        return switch (place.sure()) {
            case Place.Sure.Exact() ->
                    place.path().startsWith("/")
                            ? Optional.of(
                                    Stream.concat(
                                                    Stream.of(place.path()),
                                                    place.facts().realPath().stream())
                                            .toList())
                            : Optional.empty();
            case Place.Sure.Expanded _, Place.Sure.Below(), Place.Sure.Unresolved() ->
                    Optional.empty();
        };
    }

    private static boolean isOutside(String path, Confinement sandbox) {
        String at = folded(path);
        return OF_PROCESSES.stream().noneMatch(at::startsWith)
                && sandbox.writable().stream()
                        .map(Fences::folded)
                        .noneMatch(own -> isBelow(at, own) || isBelow(own, at));
    }

    private static boolean isInside(String path, Confinement sandbox) {
        return sandbox.writable().stream().anyMatch(own -> isBelow(path, own));
    }

    /// A file system may take large letters for small ones.
    private static String folded(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    static boolean isBelow(String path, String above) {
        String root = above.endsWith("/") ? above : above + "/";
        return path.equals(above) || path.startsWith(root);
    }
}
