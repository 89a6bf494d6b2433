package dev.cattlegrid.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What is mounted where: a directory that is mounted a second time can be written under both names.
///
/// @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html">proc_pid_mountinfo(5)</a>
record Mounts(List<Mount> all) {
    /// @param device its number, `8:1`
    /// @param root the directory of the device that is mounted
    /// @param at where
    record Mount(String device, String root, String at) {}

    static Mounts ofThisProcess() {
        try {
            return of(Files.readString(Path.of("/proc/self/mountinfo")));
        } catch (IOException _) {
            return new Mounts(List.of());
        }
    }

    static Mounts of(String text) {
        var all = new ArrayList<Mount>();
        for (String line : text.lines().toList()) {
            String[] fields = line.split(" ");
            if (fields.length > 4) {
                all.add(new Mount(fields[2], plain(fields[3]), plain(fields[4])));
            }
        }
        return new Mounts(all);
    }

    /// All names of a directory, its own first, and of what else is mounted from below it.
    List<String> names(String path) {
        var names = new LinkedHashSet<String>(List.of(path));
        Optional<Mount> own =
                all.stream()
                        .filter(mount -> isBelow(path, mount.at()))
                        .max(Comparator.comparingInt(mount -> mount.at().length()));
        if (own.isPresent()) {
            String inside = joined(own.get().root(), after(own.get().at(), path));
            for (Mount mount : all) {
                if (!mount.device().equals(own.get().device())) {
                    continue;
                }
                if (isBelow(inside, mount.root())) {
                    names.add(joined(mount.at(), after(mount.root(), inside)));
                } else if (isBelow(mount.root(), inside)) {
                    names.add(mount.at());
                }
            }
        }
        return List.copyOf(names);
    }

    private static boolean isBelow(String path, String above) {
        return path.equals(above) || path.startsWith(above.endsWith("/") ? above : above + "/");
    }

    private static String after(String above, String path) {
        return path.substring(Math.min(path.length(), above.equals("/") ? 0 : above.length()));
    }

    private static String joined(String above, String rest) {
        return (above.equals("/") ? "" : above) + (rest.equals("/") ? "" : rest);
    }

    /// A blank and its like are written as three digits.
    private static String plain(String field) {
        return field.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
