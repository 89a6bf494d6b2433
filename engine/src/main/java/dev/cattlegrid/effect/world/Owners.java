package dev.cattlegrid.effect.world;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which directories of a machine only its administrator may write to, as systems are installed.
///
/// The root directory, `/opt` and `/usr` belong to root and nobody else may write there, so nobody else can make a
/// directory such as `/src` either. What administrators use to hand to people under names of their own (`/data`, `/srv`) is
/// left out.
/// Source: Filesystem Hierarchy Standard 3.0; `hier(7)`; the packages `base-files` (Debian) and `filesystem` (Fedora).
final class Owners {
    /// Names at the top that a machine may well have and give away.
    private static final Set<String> HANDED_OUT =
            Set.of(
                    "archive",
                    "backup",
                    "backups",
                    "build",
                    "builder",
                    "builds",
                    "cache",
                    "ci",
                    "cluster",
                    "code",
                    "data",
                    "data1",
                    "data2",
                    "database",
                    "databases",
                    "dev",
                    "disk",
                    "disk1",
                    "disk2",
                    "export",
                    "exports",
                    "files",
                    "ftp",
                    "git",
                    "github",
                    "home",
                    "home2",
                    "homes",
                    "jenkins",
                    "local",
                    "media",
                    "mnt",
                    "net",
                    "nfs",
                    "opt",
                    "pool",
                    "private",
                    "project",
                    "projects",
                    "public",
                    "repo",
                    "repos",
                    "repositories",
                    "root",
                    "runner",
                    "scratch",
                    "share",
                    "shared",
                    "shares",
                    "sites",
                    "srv",
                    "storage",
                    "store",
                    "tank",
                    "temp",
                    "tmp",
                    "user",
                    "users",
                    "var",
                    "vagrant",
                    "volume",
                    "volumes",
                    "web",
                    "work",
                    "workdir",
                    "workspace",
                    "workspaces",
                    "www");

    private Owners() {}

    /// Whether a path and all that is below it is root's.
    ///
    /// @param path absolute and normal, in the system's zone
    static boolean isRoots(String path) {
        List<String> names = PathText.segments(path);
        if (names.isEmpty()) {
            return false;
        }
        String top = names.getFirst().toLowerCase(Locale.ROOT);
        if (names.size() == 1 && (top.equals("opt") || top.equals("usr"))) {
            return false;
        }
        String second = names.size() > 1 ? names.get(1).toLowerCase(Locale.ROOT) : "";
        return switch (top) {
            // Homebrew's directory belongs to whoever installed it.
            case "opt" -> !second.equals("homebrew") && !HANDED_OUT.contains(second);
            case "usr" -> !second.equals("local");
            default -> !HANDED_OUT.contains(top) && isPlain(top);
        };
    }

    /// A name such as `D:` or `//host` is another system's.
    private static boolean isPlain(String name) {
        return name.indexOf(':') < 0 && name.indexOf('\\') < 0;
    }
}
