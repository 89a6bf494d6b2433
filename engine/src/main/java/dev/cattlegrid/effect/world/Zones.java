package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.Zone;
import java.util.List;
import java.util.Optional;

/// Says in which part of the machine a path lies.
///
/// The more special place wins: a workspace below `/tmp` or `/mnt` is the workspace.
/// Source: Filesystem Hierarchy Standard 3.0; `hier(7)`; for macOS, *File System Programming Guide*.
public final class Zones {
    private static final List<String> DEVICES = List.of("/dev", "/proc", "/sys");
    private static final List<String> REMOVABLE =
            List.of("/mnt", "/media", "/Volumes", "/run/media", "/cdrom", "/net");
    private static final List<String> HOMES = List.of("/home/", "/Users/", "/var/home/");
    private static final List<String> ROOTS_HOMES = List.of("/root", "/var/root");

    private Zones() {}

    /// A zone, and the top of the tree that makes it one: a workspace root, a home, `/tmp`; `/` where there is none.
    record Area(Zone zone, String top) {}

    /// @param path absolute and normal
    public static Zone of(String path, World world) {
        return area(path, world).zone();
    }

    static Area area(String path, World world) {
        String workspace = innermost(path, world.workspaces());
        if (!workspace.isEmpty()) {
            return new Area(Zone.WORKSPACE, workspace);
        }
        String scratch = innermost(path, world.scratch());
        if (!scratch.isEmpty()) {
            return new Area(Zone.SCRATCH, scratch);
        }
        String device = innermost(path, DEVICES);
        if (!device.isEmpty()) {
            return new Area(Zone.DEVICE, device);
        }
        Optional<String> home = homeAbove(path, world);
        Optional<String> project = world.projectOf(path);
        if (project.isPresent() && isSomebodys(project.get(), home, world)) {
            return new Area(Zone.OTHER_REPOSITORY, project.get());
        }
        if (home.isPresent()) {
            return new Area(Zone.HOME, home.get());
        }
        String removable = innermost(path, REMOVABLE);
        if (!removable.isEmpty()) {
            return new Area(Zone.REMOVABLE, removable);
        }
        return new Area(Zone.SYSTEM, "/");
    }

    /// A repository that holds a home, a workspace or the root is no project of its own.
    private static boolean isSomebodys(String project, Optional<String> home, World world) {
        return !project.equals("/")
                && home.filter(own -> PathText.isIn(own, project)).isEmpty()
                && !PathText.isIn(world.home(), project)
                && world.workspaces().stream().noneMatch(root -> PathText.isIn(root, project));
    }

    /// The home, of anybody, that a path is or lies in.
    static Optional<String> homeAbove(String path, World world) {
        if (PathText.isIn(path, world.home())) {
            return Optional.of(world.home());
        }
        for (String root : ROOTS_HOMES) {
            if (PathText.isIn(path, root)) {
                return Optional.of(root);
            }
        }
        for (String homes : HOMES) {
            if (path.startsWith(homes) && path.length() > homes.length()) {
                int end = path.indexOf('/', homes.length());
                return Optional.of(end < 0 ? path : path.substring(0, end));
            }
        }
        return Optional.empty();
    }

    /// Whether a path is the top of anything whose loss would be a catastrophe: `/`, a home, a workspace, a volume, or a
    /// directory that holds one of them.
    static boolean isCritical(String path, World world) {
        if (path.equals("/") || holdsOne(path, world.workspaces())) {
            return true;
        }
        if (PathText.isIn(world.home(), path)) {
            return true;
        }
        if (homeAbove(path, world).filter(path::equals).isPresent()) {
            return true;
        }
        return isVolume(path);
    }

    private static boolean holdsOne(String path, List<String> roots) {
        for (String root : roots) {
            if (PathText.isIn(root, path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVolume(String path) {
        String parent = PathText.parent(path);
        return REMOVABLE.contains(path)
                || REMOVABLE.contains(parent)
                || REMOVABLE.contains(PathText.parent(parent)) && path.startsWith("/run/media/")
                || REMOVABLE.contains(PathText.parent(parent)) && path.startsWith("/media/");
    }

    /// The longest root that a path is or lies in; empty where there is none.
    private static String innermost(String path, List<String> roots) {
        String found = "";
        for (String root : roots) {
            if (root.length() > found.length() && PathText.isIn(path, root)) {
                found = root;
            }
        }
        return found;
    }

    /// The stricter of two zones: the one in which less is allowed.
    static Zone stricter(Zone one, Zone other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(Zone zone) {
        return switch (zone) {
            case WORKSPACE -> 0;
            case SCRATCH -> 1;
            case OTHER_REPOSITORY -> 2;
            case HOME -> 3;
            case REMOVABLE -> 4;
            case SYSTEM -> 5;
            case DEVICE -> 6;
            case REMOTE -> 7;
            case UNKNOWN -> 8;
        };
    }
}
