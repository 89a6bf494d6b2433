package dev.cattlegrid.agent.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Where an agent works: its project, the directory that its shell stands in, what it has read, what runs in the background.
public final class Workshop {
    private final Path root;
    private final List<Path> roots;
    private final Path scratch;
    private final Map<String, String> environment;
    private final Jobs jobs;
    private final Map<Path, String> read = new HashMap<>();
    private Path directory;

    /// @param root the project, as it really lies
    /// @param more directories that the person opened beside it
    /// @param scratch for what tools need on the way; the session's own
    /// @param environment of what tools start
    public Workshop(Path root, List<Path> more, Path scratch, Map<String, String> environment) {
        this(root, more, scratch, environment, new Jobs());
    }

    private Workshop(
            Path root, List<Path> more, Path scratch, Map<String, String> environment, Jobs jobs) {
        this.root = root;
        this.roots = Stream.concat(Stream.of(root), more.stream()).toList();
        this.scratch = scratch;
        this.environment = Map.copyOf(environment);
        this.jobs = jobs;
        directory = root;
    }

    /// The same for an agent that this one starts.
    public Workshop another() {
        var other = new Workshop(root, roots.subList(1, roots.size()), scratch, environment, jobs);
        other.directory = directory();
        return other;
    }

    public Path root() {
        return root;
    }

    public List<Path> roots() {
        return roots;
    }

    Path scratch() throws IOException {
        return Files.createDirectories(scratch);
    }

    Map<String, String> environment() {
        return environment;
    }

    public Jobs jobs() {
        return jobs;
    }

    /// Where the next command begins.
    public synchronized Path directory() {
        return Files.isDirectory(directory) ? directory : root;
    }

    /// A command has ended elsewhere. What lies outside the project does not become it: the next call would be judged as if it
    /// were made in a project of its own.
    ///
    /// @return whether the shell stays there
    synchronized boolean move(Path there) {
        boolean inside = roots.stream().anyMatch(there::startsWith);
        directory = inside ? there : root;
        return inside;
    }

    /// A file's path as a call names it.
    ///
    /// @param directory of the call
    static Path path(String directory, String named) {
        return Path.of(directory).resolve(named).normalize();
    }

    /// Whether the agent knows what a file holds now.
    synchronized boolean knows(Path file, String content) {
        return Objects.equals(read.get(file), digest(content));
    }

    synchronized boolean hasSeen(Path file) {
        return read.containsKey(file);
    }

    synchronized void saw(Path file, String content) {
        read.put(file, digest(content));
    }

    private static String digest(String content) {
        return content.length() + ":" + content.hashCode();
    }

    /// Ends what still runs.
    public void close() {
        jobs.close();
    }
}
