package dev.cattlegrid.agent.tool;

import dev.cattlegrid.agent.voice.Offer;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.door.Pass;
import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/// Files by their names.
public final class GlobTool implements Tool {
    private static final int MOST = 200;

    @Override
    public Offer offer() {
        return new Schema()
                .needs("pattern", "string", "`**/*.java`, `src/**/*.{ts,tsx}`")
                .may(
                        "path",
                        "string",
                        "The directory to look in; without it, the working directory.")
                .of("Glob", "Finds files by name, those that changed last first.");
    }

    private record Found(Path file, FileTime changed) {}

    @Override
    public Done run(Pass pass, Workshop workshop, Stop stop) throws IOException {
        Fields input = pass.take();
        Path top = Workshop.path(pass.directory(), input.text("path").orElse("."));
        String pattern = input.text("pattern").orElse("");
        PathMatcher matcher = matcher(pattern);
        var found = new ArrayList<Found>();
        Walk.of(
                top,
                stop,
                (file, attributes) -> {
                    if (matcher.matches(top.relativize(file))) {
                        found.add(new Found(file, attributes.lastModifiedTime()));
                    }
                });
        if (found.isEmpty()) {
            return Done.of("no file of that name");
        }
        found.sort(Comparator.comparing(Found::changed).reversed());
        List<String> lines = found.stream().limit(MOST).map(one -> one.file().toString()).toList();
        return Done.of(
                String.join("\n", lines)
                        + (found.size() > MOST
                                ? "\n(%d more)".formatted(found.size() - MOST)
                                : ""));
    }

    /// `**/` stands for no directory too, as everywhere but here.
    static PathMatcher matcher(String pattern) throws IOException {
        try {
            var files = FileSystems.getDefault();
            PathMatcher below = files.getPathMatcher("glob:" + pattern);
            if (!pattern.startsWith("**/")) {
                return below;
            }
            PathMatcher here = files.getPathMatcher("glob:" + pattern.substring(3));
            return path -> below.matches(path) || here.matches(path);
        } catch (PatternSyntaxException problem) {
            throw new IOException(
                    "`" + pattern + "` is no pattern: " + problem.getDescription(), problem);
        }
    }
}
