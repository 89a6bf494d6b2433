package dev.cattlegrid.effect.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows `..` as the kernel does: up from where a link leads, and not back along the path that was written. A shell's `cd`
/// and many programs go by the text instead, so both count.
///
/// Source: `path_resolution(7)`.
final class Climbs {
    private Climbs() {}

    /// Where a path leads whose `..` stands behind a link; nothing where that is what its text says.
    ///
    /// @param directory absolute and normal
    /// @param path without patterns
    static Optional<String> physical(String directory, String path, World world) {
        if (!path.contains("..")) {
            return Optional.empty();
        }
        String written = PathText.isAbsolute(path) ? path : directory + "/" + path;
        List<String> kept = new ArrayList<>();
        for (String segment : PathText.segments(written)) {
            switch (segment) {
                case "." -> {}
                case ".." -> up(kept, world);
                default -> kept.add(segment);
            }
        }
        return Optional.of("/" + String.join("/", kept))
                .filter(physical -> !physical.equals(PathText.normal(written)));
    }

    private static void up(List<String> kept, World world) {
        if (kept.isEmpty()) {
            return;
        }
        Optional<String> real = world.look("/" + String.join("/", kept), World.Use.READ).realPath();
        if (real.isPresent()) {
            kept.clear();
            kept.addAll(PathText.segments(real.get()));
        }
        if (!kept.isEmpty()) {
            kept.removeLast();
        }
    }
}
