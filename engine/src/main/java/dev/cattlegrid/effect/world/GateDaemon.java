package dev.cattlegrid.effect.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The gate's resident process, as the plate that it hangs out names it.
///
/// @param pid its number
/// @param line its command line, its arguments parted by blanks; empty where the system does not tell
record GateDaemon(String pid, String line) {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /// @param gate the gate's own files and directories, its store among them
    static Optional<GateDaemon> of(List<String> gate) {
        return gate.stream().flatMap(own -> in(own).stream()).findFirst();
    }

    private static Optional<GateDaemon> in(String directory) {
        try {
            Path plate = Path.of(directory, "run", "door");
            String[] words = Files.readString(plate, StandardCharsets.US_ASCII).split(" ");
            return words.length > 1
                    ? Optional.of(new GateDaemon(words[1], line(words[1])))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String line(String pid) {
        try {
            Path file = Path.of("/proc", pid, "cmdline");
            return Files.readString(file, StandardCharsets.ISO_8859_1).replace('\0', ' ');
        } catch (IOException | IllegalArgumentException _) {
            return "";
        }
    }

    /// Whether it is meant by a number, also as a group of processes, by a piece of its program's name, or by one of its
    /// command line.
    boolean answersTo(String target, boolean whole) {
        String number = target.startsWith("-") ? target.substring(1) : target;
        if (NUMBER.matcher(number).matches()) {
            return number.equals(pid);
        }
        return !target.isEmpty() && (whole ? line : program()).contains(target);
    }

    private String program() {
        int end = line.indexOf(' ');
        String path = end < 0 ? line : line.substring(0, end);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
