package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.Fact;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.PathFacts.Existence;
import dev.cattlegrid.effect.PathFacts.Kind;
import dev.cattlegrid.effect.PathFacts.Saved;
import dev.cattlegrid.effect.Zone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A developer's machine as it usually is, for judging calls away from any machine: no look at any disk.
///
/// The working directory is the top of a clean git repository on a feature branch; what is read exists; what is
/// written inside it is new or tracked; directories and globs hold work that is nowhere else.
///
/// @param home absolute
/// @param workspace absolute and normal; also the working directory
/// @param files texts that are known, by absolute path
public record AssumedWorld(
        String home, String workspace, boolean contained, Map<String, String> files)
        implements World {
    private static final String USUAL_WORKSPACE = "/home/dev/project";
    private static final String USUAL_HOME = "/home/dev";
    private static final String USUAL_PATH =
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final List<String> SCRATCH =
            List.of(
                    "/tmp",
                    "/var/tmp",
                    "/private/tmp",
                    "/var/folders",
                    "/private/var/folders",
                    "/dev/shm");

    public AssumedWorld {
        files = Map.copyOf(files);
    }

    /// The world of a command of which nothing is told.
    public static AssumedWorld usual() {
        return of(Optional.empty(), false, Map.of(), "");
    }

    /// The world of one row of a batch.
    ///
    /// @param directory where the command would run; what is not absolute is left out
    /// @param contained whether it would run in a container, as root
    /// @param files texts by path, seen from the directory
    /// @param command where no directory is told and it first goes to one below a home, that is the workspace; may be
    /// empty
    public static AssumedWorld of(
            Optional<String> directory,
            boolean contained,
            Map<String, String> files,
            String command) {
        String workspace =
                directory
                        .filter(PathText::isAbsolute)
                        .or(() -> FirstDirectory.of(command))
                        .map(PathText::normal)
                        .orElse(USUAL_WORKSPACE);
        Map<String, String> known = new LinkedHashMap<>();
        files.forEach((path, text) -> known.put(PathText.resolve(workspace, path), text));
        return new AssumedWorld(homeAbove(workspace), workspace, contained, known);
    }

    private static String homeAbove(String workspace) {
        List<String> names = PathText.segments(workspace);
        if (!names.isEmpty() && names.getFirst().equals("root")) {
            return "/root";
        }
        if (names.size() >= 2
                && (names.getFirst().equals("home") || names.getFirst().equals("Users"))) {
            return "/" + names.getFirst() + "/" + names.get(1);
        }
        return USUAL_HOME;
    }

    @Override
    public boolean assumes() {
        return true;
    }

    private String user() {
        return PathText.name(home);
    }

    @Override
    public Optional<String> homeOf(String user) {
        if (user.equals(user())) {
            return Optional.of(home);
        }
        if (user.equals("root")) {
            return Optional.of("/root");
        }
        return Optional.empty();
    }

    @Override
    public int uid() {
        return contained ? 0 : 1000;
    }

    @Override
    public List<String> workspaces() {
        return List.of(workspace);
    }

    @Override
    public List<String> scratch() {
        return SCRATCH;
    }

    @Override
    public Variable variable(String name) {
        return switch (name) {
            case "HOME" -> new Variable.Set(home);
            case "USER", "LOGNAME" -> new Variable.Set(contained ? "root" : user());
            case "PWD", "OLDPWD" -> new Variable.Set(workspace);
            case "SHELL" -> new Variable.Set("/bin/bash");
            case "PATH" -> new Variable.Set(USUAL_PATH);
            case "LANG" -> new Variable.Set("C.UTF-8");
            case "TERM" -> new Variable.Set("xterm-256color");
            case "TMPDIR" -> new Variable.Set("/tmp");
            default ->
                    RunnerVariables.valueOf(name, workspace)
                            .<Variable>map(Variable.Set::new)
                            .orElseGet(Variable.Unknown::new);
        };
    }

    @Override
    public PathFacts look(String path, Use use) {
        boolean directory = path.endsWith("/");
        String plain = PathText.normal(path);
        if (files.containsKey(plain)) {
            return facts(
                    Existence.PRESENT, Kind.FILE, kept(plain, Kind.FILE), PathFacts.Rights.UNKNOWN);
        }
        Kind kind = directory || use == Use.ENTER ? Kind.DIRECTORY : Conventions.kind(plain, this);
        Zones.Area area = Zones.area(plain, this);
        Saved saved =
                switch (area.zone()) {
                    case WORKSPACE -> inWorkspace(plain, area, kind, use);
                    case OTHER_REPOSITORY ->
                            Standings.isRebuildable(plain, area, this)
                                    ? Saved.REBUILDABLE
                                    : Saved.UNKNOWN;
                    case HOME, SCRATCH, SYSTEM, REMOVABLE ->
                            Standings.isRebuildable(plain, area, this)
                                    ? Saved.REBUILDABLE
                                    : Saved.UNVERSIONED;
                    case DEVICE -> Saved.UNKNOWN;
                    case REMOTE, UNKNOWN -> Saved.UNKNOWN;
                };
        return facts(existence(use, kind), kind, saved, rights(plain, area.zone()));
    }

    private PathFacts.Rights rights(String path, Zone zone) {
        if (uid() == 0) {
            return PathFacts.Rights.GRANTED;
        }
        return zone == Zone.SYSTEM && Owners.isRoots(path)
                ? PathFacts.Rights.REFUSED
                : PathFacts.Rights.UNKNOWN;
    }

    private static Existence existence(Use use, Kind kind) {
        return switch (use) {
            case READ, RUN, ENTER, CHANGE, DELETE -> Existence.PRESENT;
            case CREATE -> kind == Kind.DIRECTORY ? Existence.PRESENT : Existence.UNKNOWN;
        };
    }

    private Saved inWorkspace(String path, Zones.Area area, Kind kind, Use use) {
        if (Standings.isRebuildable(path, area, this)) {
            return Saved.REBUILDABLE;
        }
        if (path.endsWith("/.git") || path.contains("/.git/")) {
            return Saved.UNVERSIONED;
        }
        if (use == Use.CREATE && kind != Kind.DIRECTORY) {
            return Saved.TRACKED_CLEAN;
        }
        return kept(path, kind);
    }

    private static Saved kept(String path, Kind kind) {
        if (kind == Kind.DIRECTORY) {
            return Saved.MIXED;
        }
        return Conventions.isSource(path) ? Saved.TRACKED_CLEAN : Saved.UNTRACKED;
    }

    private static PathFacts facts(
            Existence existence, Kind kind, Saved saved, PathFacts.Rights rights) {
        return new PathFacts(
                existence,
                kind,
                saved,
                false,
                Optional.empty(),
                OptionalInt.empty(),
                rights,
                Fact.Source.ASSUMED);
    }

    @Override
    public Listing expand(String pattern) {
        return new Listing.Some();
    }

    @Override
    public Content content(String path) {
        String text = files.get(PathText.normal(path));
        return text == null
                ? new Content.Unread("`" + PathText.name(path) + "` was not looked at")
                : Content.Text.of(text);
    }

    @Override
    public Optional<Repository> repository(String directory) {
        if (PathText.isIn(PathText.normal(directory), workspace)) {
            return Optional.of(
                    new Repository(
                            workspace,
                            "feature/work",
                            "main",
                            List.of(
                                    new Repository.Remote(
                                            "origin", "https://github.com/acme/project.git")),
                            Optional.of(true)));
        }
        return projectOf(directory)
                .map(root -> new Repository(root, "", "", List.of(), Optional.empty()));
    }

    @Override
    public Optional<String> projectOf(String path) {
        String plain = PathText.normal(path);
        return PathText.isIn(plain, workspace)
                ? Optional.of(workspace)
                : Conventions.projectOf(plain, this);
    }
}
