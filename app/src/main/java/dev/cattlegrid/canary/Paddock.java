package dev.cattlegrid.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A home and a project of their own, in which a client can do no harm: its processes see an empty environment, this home and
/// this project, and nothing of the user's.
///
/// @param home the HOME of what runs here
/// @param project its working directory, a git repository
public record Paddock(Path home, Path project) {
    private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";

    /// How a program ended.
    ///
    /// @param exit nothing where it was stopped because its time was over
    /// @param printed on both of its outputs
    public record Ran(Optional<Integer> exit, String printed) {}

    /// @param directory where both are made
    public static Paddock in(Path directory) throws IOException {
        Path root = directory.toRealPath();
        var paddock =
                new Paddock(
                        Files.createDirectories(root.resolve("home")),
                        Files.createDirectories(root.resolve("project")));
        Files.writeString(paddock.project.resolve("README.md"), "# A small project\n");
        Path source = Files.createDirectories(paddock.project.resolve("src"));
        Files.writeString(source.resolve("app.py"), "def main():\n    return 1\n");
        Ran git =
                paddock.run(
                        List.of("/usr/bin/env", "git", "init", "-q", "-b", "main", "."),
                        Map.of(),
                        Duration.ofSeconds(30));
        if (!git.exit().equals(Optional.of(0))) {
            throw new IOException("`git init` failed: " + git.printed().strip());
        }
        return paddock;
    }

    /// Takes away what was made, links as links.
    ///
    /// @param directory that [#in] was given
    public static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Writes a file of the home.
    public void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// Runs a program to its end, or to the end of its time.
    ///
    /// @param more variables of its environment
    public Ran run(List<String> command, Map<String, String> more, Duration limit)
            throws IOException {
        Path log = Files.createTempFile(home, "run", ".log");
        var builder = new ProcessBuilder(command).directory(project.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", path(Path.of(command.getFirst())));
        environment.put("HOME", home.toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("TZ", "UTC");
        environment.put("TERM", "dumb");
        environment.put("NO_PROXY", "127.0.0.1,localhost");
        environment.put("no_proxy", "127.0.0.1,localhost");
        environment.putAll(more);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        builder.redirectInput(Path.of("/dev/null").toFile());
        Process process = builder.start();
        boolean ended = ended(process, limit);
        String printed = new String(Files.readAllBytes(log), UTF_8);
        return new Ran(ended ? Optional.of(process.exitValue()) : Optional.empty(), printed);
    }

    /// A program that wants an interpreter finds the one that lies beside it.
    private static String path(Path program) {
        Path beside = program.getParent();
        return beside == null ? USUAL_PATH : beside + ":" + USUAL_PATH;
    }

    private static boolean ended(Process process, Duration limit) throws IOException {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a client ran", problem);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return false;
    }
}
