package dev.cattlegrid.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the files of a project tell agents: a few names, in the directory of the call and above it up to the top of the
/// repository. They are looked at and never followed through links.
final class ProjectTexts {
    private static final List<String> NAMES = List.of("AGENTS.md", "CLAUDE.md", "GEMINI.md");
    private static final int LONGEST = 4_000;
    private static final long LARGEST_FILE = 1 << 20;
    private static final int HIGHEST = 12;

    private ProjectTexts() {}

    static Map<String, String> of(String directory) {
        var texts = new LinkedHashMap<String, String>();
        Path at = Path.of(directory);
        for (int i = 0; i < HIGHEST && at != null; i++) {
            for (String name : NAMES) {
                read(at.resolve(name), texts);
            }
            if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                return texts;
            }
            at = at.getParent();
        }
        return Map.of();
    }

    private static void read(Path file, Map<String, String> into) {
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) <= LARGEST_FILE) {
                String text = Files.readString(file);
                into.put(
                        file.toString(),
                        text.length() > LONGEST ? text.substring(0, LONGEST) + " […]" : text);
            }
        } catch (IOException _) {
            // A file that cannot be read tells nobody anything.
        }
    }
}
