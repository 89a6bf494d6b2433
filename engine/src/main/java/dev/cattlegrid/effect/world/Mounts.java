package dev.cattlegrid.effect.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Knows the mount points whose file system lies on another machine or in another program: a look there may hang.
///
/// @param points absolute paths
/// @param trusted directories that the agent works in anyway
record Mounts(List<String> points, List<String> trusted) {
    static final Mounts NONE = new Mounts(List.of(), List.of());

    Mounts {
        points = List.copyOf(points);
        trusted = List.copyOf(trusted);
    }

    /// The machine's own, as `proc_pid_mountinfo(5)` lists them; none where there is no such list.
    static Mounts ofThisMachine(List<String> trusted) {
        try {
            return new Mounts(far(), trusted);
        } catch (IOException _) {
            return new Mounts(List.of(), trusted);
        }
    }

    /// For how long a list is taken for the one that counts: the system takes longer to write it than most looks take. A far
    /// file system that was mounted since may make a look hang, and then there is no verdict but a refusal.
    private static final long FRESH = 1_000_000_000;

    /// What was read last, and when by the monotonic clock; by its text: it is long, and the same for days.
    private record Known(String text, List<String> points, long at) {}

    private static volatile Known lastRead = new Known("", List.of(), System.nanoTime() - FRESH);

    private static List<String> far() throws IOException {
        Known known = lastRead;
        long now = System.nanoTime();
        if (now - known.at() < FRESH) {
            return known.points();
        }
        String text =
                Files.readString(Path.of("/proc/self/mountinfo"), StandardCharsets.ISO_8859_1);
        List<String> points = known.text().equals(text) ? known.points() : parse(text);
        lastRead = new Known(text, points, now);
        return points;
    }

    static List<String> parse(String mountinfo) {
        List<String> points = new ArrayList<>();
        for (String line : mountinfo.lines().toList()) {
            int dash = line.indexOf(" - ");
            String[] fields = line.split(" ");
            if (dash < 0 || fields.length < 5) {
                continue;
            }
            String type = line.substring(dash + 3).split(" ")[0];
            if (isFar(type)) {
                points.add(unescaped(fields[4]));
            }
        }
        return points;
    }

    private static boolean isFar(String type) {
        return switch (type) {
            case "nfs",
                    "nfs4",
                    "cifs",
                    "smb3",
                    "smbfs",
                    "autofs",
                    "afs",
                    "ceph",
                    "glusterfs",
                    "lustre",
                    "davfs",
                    "ncpfs",
                    "coda",
                    "fuse" ->
                    true;
            default -> type.startsWith("fuse.");
        };
    }

    /// Blanks stand as `\040`.
    private static String unescaped(String field) {
        return field.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    }

    boolean mayHang(String path) {
        for (String point : points) {
            if (PathText.isIn(path, point)
                    && trusted.stream().noneMatch(own -> PathText.isIn(own, point))) {
                return true;
            }
        }
        return false;
    }
}
