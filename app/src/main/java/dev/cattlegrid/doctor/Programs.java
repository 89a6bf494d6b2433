package dev.cattlegrid.doctor;

import dev.cattlegrid.canary.Paddock;
import dev.cattlegrid.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The programs of clients, where the user would start them from.
///
/// @param path directories of programs, absolute
record Programs(List<Path> path) {
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+[-.\\w]*");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /// @param variable what `PATH` holds; directories that it names relative to where one stands are left out
    static Programs of(String variable, Path home) {
        var path = new ArrayList<Path>();
        for (String each : variable.split(":")) {
            if (each.startsWith("/")) {
                path.add(Path.of(each));
            }
        }
        for (String usual : List.of(".local/bin", ".claude/local", ".opencode/bin")) {
            path.add(home.resolve(usual));
        }
        return new Programs(List.copyOf(path));
    }

    Optional<Path> find(Wiring wiring) {
        String name = program(wiring.host().name());
        return path.stream()
                .map(directory -> directory.resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static String program(String host) {
        return switch (host) {
            case "claude-code" -> "claude";
            case "gemini-cli" -> "gemini";
            case "qwen-code" -> "qwen";
            case "copilot-cli" -> "copilot";
            case "cursor" -> "cursor-agent";
            default -> host;
        };
    }

    /// What a program says its version is, started in a paddock.
    Optional<String> version(Path program, Paddock paddock) throws IOException {
        Paddock.Ran ran =
                paddock.run(List.of(program.toString(), "--version"), environment(), LIMIT);
        Matcher found = VERSION.matcher(ran.printed());
        return ran.exit().equals(Optional.of(0)) && found.find()
                ? Optional.of(found.group())
                : Optional.empty();
    }

    /// What a program needs beside an empty environment: where its interpreter lies.
    Map<String, String> environment() {
        return Map.of("PATH", path.stream().map(Path::toString).collect(Collectors.joining(":")));
    }
}
