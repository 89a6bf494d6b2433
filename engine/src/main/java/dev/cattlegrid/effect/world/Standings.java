package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.Standing;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says what a path is besides where it lies: secret, critical, a startup file. The table is `standings.txt`.
public final class Standings {
    private static final StandingTable TABLE = StandingTable.load();
    private static final List<String> ANYWHERE = TABLE.strict().names(true);
    private static final List<String> IN_PLACE = TABLE.strict().names(false);
    private static final List<String> AT_ROOT = TABLE.strict().namesAtRoot(Standing.CRITICAL);

    private Standings() {}

    /// @param path absolute and normal
    public static Set<Standing> of(String path, World world) {
        return of(path, Zones.area(path, world), world);
    }

    static Set<Standing> of(String path, Zones.Area area, World world) {
        Set<Standing> found = EnumSet.noneOf(Standing.class);
        String folded = PathText.folded(path);
        int home = homeLength(path, world);
        TABLE.strict().collect(PathText.segments(folded), home, 0, found);
        TABLE.mild().collect(PathText.segments(path), home, ownSegments(area), found);
        if (Zones.isCritical(path, world) || Zones.isCritical(folded, world)) {
            found.add(Standing.CRITICAL);
        }
        if (isGate(path, folded, world)) {
            found.add(Standing.GATE);
        } else if (world.gate().stream().anyMatch(own -> PathText.isIn(own, path))) {
            found.add(Standing.KEEPS_GATE);
        }
        return found;
    }

    /// Why a path has a standing, in words that follow "it is": "a private key"; empty where no table says so.
    public static Optional<String> why(String path, Standing standing, World world) {
        int home = homeLength(path, world);
        List<String> segments = PathText.segments(PathText.folded(path));
        return TABLE.strict()
                .why(segments, home, standing)
                .or(() -> TABLE.mild().why(PathText.segments(path), home, standing));
    }

    /// Whether a tool makes it again: output of a build, a cache, dependencies.
    static boolean isRebuildable(String path, Zones.Area area, World world) {
        Set<Standing> found = EnumSet.noneOf(Standing.class);
        TABLE.mild()
                .collect(
                        PathText.segments(path), homeLength(path, world), ownSegments(area), found);
        return found.contains(Standing.REBUILDABLE);
    }

    /// A `build` directory counts inside a project; how many segments of the path lie above it.
    private static int ownSegments(Zones.Area area) {
        return switch (area.zone()) {
            case WORKSPACE, OTHER_REPOSITORY, SCRATCH -> PathText.segments(area.top()).size();
            case HOME, SYSTEM, DEVICE, REMOVABLE, REMOTE, UNKNOWN -> Integer.MAX_VALUE;
        };
    }

    private static int homeLength(String path, World world) {
        return Zones.homeAbove(path, world).map(home -> PathText.segments(home).size()).orElse(-1);
    }

    private static boolean isGate(String path, String folded, World world) {
        for (String own : world.gate()) {
            if (PathText.isIn(path, own) || PathText.isIn(folded, PathText.folded(own))) {
                return true;
            }
        }
        return false;
    }

    /// The names that are special wherever they stand, for asking which of them a pattern could mean.
    static List<String> namesAnywhere() {
        return ANYWHERE;
    }

    /// The names that are special in one place.
    static List<String> namesInPlace() {
        return IN_PLACE;
    }

    /// The names of critical directories right below the root.
    static List<String> namesAtRoot() {
        return AT_ROOT;
    }
}
