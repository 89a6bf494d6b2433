package dev.cattlegrid.agent.tool;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.sandbox.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Where an agent works: its project, the directory that its shell stands in, what it has read, what runs in the background.
public final class Workshop {
    private final Path root;
    private final List<Path> roots;
    private final Path scratch;
    private final Map<String, String> environment;
    private final Optional<Plan.Ready> sandbox;
    private final Jobs jobs;
    private final Map<Path, String> read = new HashMap<>();
    private Path directory;

    /// @param root the project, as it really lies
    /// @param more directories that the person opened beside it
    /// @param scratch for what tools need on the way; the session's own
    /// @param environment of what tools start
    public Workshop(Path root, List<Path> more, Path scratch, Map<String, String> environment) {
        this(root, more, scratch, environment, Optional.empty());
    }

    /// @param sandbox that commands run in; its scratch directory lies below the session's own
    public Workshop(
            Path root,
            List<Path> more,
            Path scratch,
            Map<String, String> environment,
            Optional<Plan.Ready> sandbox) {
        this(root, more, scratch, environment, sandbox, new Jobs());
    }

    private Workshop(
            Path root,
            List<Path> more,
            Path scratch,
            Map<String, String> environment,
            Optional<Plan.Ready> sandbox,
            Jobs jobs) {
        this.root = root;
        this.roots = Stream.concat(Stream.of(root), more.stream()).toList();
        this.scratch = scratch;
        this.environment = Map.copyOf(environment);
        this.sandbox = sandbox;
        this.jobs = jobs;
        directory = root;
    }

    /// The same for an agent that this one starts.
    public Workshop another() {
        var other =
                new Workshop(
                        root, roots.subList(1, roots.size()), scratch, environment, sandbox, jobs);
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

    /// Where a command itself may write what is temporary.
    Path temporary() throws IOException {
        Optional<Path> own = sandbox.flatMap(plan -> plan.sandbox().scratch());
        return own.isPresent() ? Files.createDirectories(own.get()) : scratch();
    }

    /// Starts a program where commands of this session run: in its sandbox, or freely.
    Child start(List<String> words, Path in, Path output) throws IOException {
        return sandbox.isPresent()
                ? Sheltered.start(sandbox.get(), words, in, environment, output)
                : Child.free(words, in, environment, output);
    }

    public Optional<Plan.Ready> sandbox() {
        return sandbox;
    }

    /// Where a command is run, for whoever judges it before.
    public Origin sheltered(Origin origin) {
        return sandbox.map(plan -> origin.confined(plan.confinement())).orElse(origin);
    }

    /// A session with a sandbox changes nothing outside of it, whichever tool is used.
    ///
    /// @throws IOException in one sentence, where a file lies outside
    void mayChange(Path file) throws IOException {
        if (sandbox.isEmpty()) {
            return;
        }
        Path there = file;
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
            there = there.getParent();
        }
        Path real = there.toRealPath();
        if (sandbox.get().writable().stream().noneMatch(real::startsWith)) {
            throw new IOException(
                    "`%s` cannot be changed: it lies outside of what this session's sandbox may write"
                            .formatted(file));
        }
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
