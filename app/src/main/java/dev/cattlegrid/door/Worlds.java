package dev.cattlegrid.door;

import dev.cattlegrid.effect.world.World;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The worlds that a call can be read against.
final class Worlds {
    /// The working directory of the assumed world where nothing is told.
    static final String ASSUMED_DIRECTORY = "/home/dev/project";

    private static final Pattern FIRST_CD =
            Pattern.compile(
                    "\\s*cd\\s+(?:'([^'\\n]*)'|\"([^\"$`\\\\\\n]*)\"|([^\\s;&|'\"$`\\\\*?\\[]+))"
                            + "\\s*(?:&&|;|\\n|$).*",
                    Pattern.DOTALL);
    private static final Pattern UNDER_HOME =
            Pattern.compile("(?:/home/[^/]+|/Users/[^/]+|/root)/.+");

    private Worlds() {}

    /// Where a row's call is made: as told; else where its command first goes, if that lies under a home.
    static String assumedDirectory(Optional<String> told, String command) {
        return told.map(directory -> Path.of(directory).normalize().toString())
                .or(() -> firstDirectory(command))
                .orElse(ASSUMED_DIRECTORY);
    }

    private static Optional<String> firstDirectory(String command) {
        Matcher cd = FIRST_CD.matcher(command);
        if (command.length() > 100_000 || !cd.matches()) {
            return Optional.empty();
        }
        String named =
                cd.group(1) != null ? cd.group(1) : cd.group(2) != null ? cd.group(2) : cd.group(3);
        String directory = named.startsWith("/") ? Path.of(named).normalize().toString() : "";
        return Optional.of(directory).filter(text -> UNDER_HOME.matcher(text).matches());
    }

    /// The world of SEMANTICS 3.
    static World assumed(String directory, boolean contained, Map<String, String> files) {
        throw new IllegalStateException("there is no assumed world yet");
    }

    /// The machine as it is.
    static World real(String directory) {
        throw new IllegalStateException("there is no real world yet");
    }
}
