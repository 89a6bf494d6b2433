package dev.cattlegrid.effect.world;

import java.util.ArrayList;
import java.util.List;

/// Follows the links that the kernel makes up: `/proc/self/root`, `/proc/self/cwd` and their like.
///
/// Source: `proc_pid_root(5)`, `proc_pid_cwd(5)`.
final class MagicLinks {
    private MagicLinks() {}

    /// A path seen from a directory, normal, with these links followed in their place.
    ///
    /// @param directory absolute and normal; also what `/proc/self/cwd` stands for
    static String resolve(String directory, String path) {
        String absolute = PathText.isAbsolute(path) ? path : directory + "/" + path;
        String folded = PathText.resolve(directory, path);
        if (!absolute.contains("proc/")) {
            return folded;
        }
        List<String> kept = new ArrayList<>();
        for (String segment : PathText.segments(absolute)) {
            switch (segment) {
                case "." -> {}
                case ".." -> {
                    if (!kept.isEmpty()) {
                        kept.removeLast();
                    }
                }
                default -> {
                    kept.add(segment);
                    follow(kept, directory);
                }
            }
        }
        return "/" + String.join("/", kept);
    }

    private static void follow(List<String> kept, String directory) {
        boolean ofProcess = kept.size() == 3 || kept.size() == 5 && kept.get(2).equals("task");
        if (!ofProcess || !kept.getFirst().equals("proc")) {
            return;
        }
        switch (kept.getLast()) {
            case "root" -> kept.clear();
            case "cwd" -> {
                if (kept.get(1).equals("self") || kept.get(1).equals("thread-self")) {
                    kept.clear();
                    kept.addAll(PathText.segments(directory));
                }
            }
            default -> {}
        }
    }
}
