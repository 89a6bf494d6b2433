package dev.cattlegrid.effect.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The gate's resident process, as the plate that it hangs out names it.
///
/// @param pid its number
/// @param line its command line, its arguments parted by blanks; empty where the system does not tell
record GateDaemon(String pid, String line) {
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

    /// Whether it is meant by a number, also as a group of processes, or by a piece of a command line.
    boolean answersTo(String target) {
        String number = target.startsWith("-") ? target.substring(1) : target;
        return number.equals(pid) || !target.isEmpty() && line.contains(target);
    }
}
