package dev.cattlegrid.agent.screen;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.screen.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Which branch is checked out, read from git's own files; git itself is not run for it.
final class Branch {
    private static final String ON_BRANCH = "ref: refs/heads/";
    private static final String ELSEWHERE = "gitdir: ";
    private static final int LONGEST = 4096;

    private Branch() {}

    /// @return its name, the beginning of a commit, or nothing where there is no repository
    static Optional<String> of(Path directory) {
        for (Path up = directory; up != null; up = up.getParent()) {
            Path git = up.resolve(".git");
            if (Files.exists(git)) {
                return inside(git);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inside(Path git) {
        if (Files.isDirectory(git)) {
            return text(git.resolve("HEAD")).map(Branch::named);
        }
        return text(git)
                .filter(text -> text.startsWith(ELSEWHERE))
                .map(text -> git.resolveSibling(text.substring(ELSEWHERE.length())))
                .flatMap(place -> text(place.resolve("HEAD")))
                .map(Branch::named);
    }

    private static String named(String head) {
        String name =
                head.startsWith(ON_BRANCH)
                        ? head.substring(ON_BRANCH.length())
                        : head.substring(0, Math.min(8, head.length()));
        return Shown.line(name, 40).text();
    }

    private static Optional<String> text(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(LONGEST), UTF_8).strip());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
