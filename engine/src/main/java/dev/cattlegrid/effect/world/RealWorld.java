package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.Fact;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.PathFacts.Existence;
import dev.cattlegrid.effect.PathFacts.Kind;
import dev.cattlegrid.effect.PathFacts.Saved;
import dev.cattlegrid.effect.Zone;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The machine as it is, looked at and never run. It serves one decision: it counts its looks, and once they are used up
/// every answer is unknown. What is missing, forbidden or broken is a value, never an exception.
public final class RealWorld implements World {
    private static final int LOOKS = 10_000;
    private static final int MOST_CONTENT = 1 << 20;
    private static final int MOST_NAMES = 4096;
    private static final List<String> SCRATCH =
            List.of(
                    "/tmp",
                    "/var/tmp",
                    "/private/tmp",
                    "/private/var/tmp",
                    "/var/folders",
                    "/private/var/folders",
                    "/dev/shm");

    private final Setting setting;
    private final Looks looks;
    private final String home;
    private final int uid;
    private final Users users;
    private final List<String> scratch;
    private final List<String> workspaces;
    private final Map<String, Optional<String>> tops = new HashMap<>();
    private final Map<String, Optional<GitStatus>> statuses = new HashMap<>();
    private final Map<String, PathFacts> known = new HashMap<>();

    /// What a door tells of the call's surroundings.
    ///
    /// @param directory the session's working directory, absolute
    /// @param roots more directories that the user opened to the session, absolute
    /// @param environment the variables that the host's shell would have, as far as they are known
    /// @param gate the gate's own files and directories: jar, launchers, cards
    public record Setting(
            String directory,
            List<String> roots,
            Map<String, String> environment,
            List<String> gate) {
        public Setting {
            roots = List.copyOf(roots);
            environment = Map.copyOf(environment);
            gate = List.copyOf(gate);
        }

        public static Setting in(String directory, Map<String, String> environment) {
            return new Setting(directory, List.of(), environment, List.of());
        }
    }

    /// This machine, for one decision.
    public static RealWorld of(Setting setting) {
        return of(setting, LOOKS);
    }

    /// @param budget how many operations its looks may come to
    public static RealWorld of(Setting setting, int budget) {
        Users users = Users.ofThisMachine();
        int uid = Users.ownId();
        String home =
                users.homeOf(uid)
                        .orElseGet(() -> PathText.normal(System.getProperty("user.home", "/")));
        return new RealWorld(setting, budget, users, uid, home, SCRATCH);
    }

    RealWorld(
            Setting setting, int budget, Users users, int uid, String home, List<String> scratch) {
        this.setting = setting;
        this.scratch = List.copyOf(scratch);
        this.users = users;
        this.uid = uid;
        this.home = home;
        String directory = PathText.normal(setting.directory());
        this.looks = new Looks(budget, Mounts.ofThisMachine(List.of(directory)));
        this.workspaces = workspaces(directory);
    }

    /// The top of the repository that the session works in, else its directory; nothing where that would be a home, the
    /// root, or a directory that holds a home.
    private List<String> workspaces(String directory) {
        Set<String> roots = new LinkedHashSet<>();
        List<String> told = new ArrayList<>(List.of(directory));
        setting.roots().forEach(root -> told.add(PathText.normal(root)));
        for (String each : told) {
            String top = top(each).filter(this::mayBeWorkspace).orElse(each);
            if (mayBeWorkspace(top)) {
                roots.add(top);
                looks.real(top).filter(this::mayBeWorkspace).ifPresent(roots::add);
            }
        }
        return List.copyOf(roots);
    }

    private boolean mayBeWorkspace(String path) {
        List<String> system =
                List.of(
                        "/", "/home", "/Users", "/root", "/etc", "/usr", "/var", "/bin", "/opt",
                        "/mnt", "/media");
        return !PathText.isIn(home, path) && !system.contains(path);
    }

    @Override
    public boolean assumes() {
        return false;
    }

    @Override
    public boolean isExhausted() {
        return looks.isExhausted();
    }

    @Override
    public String home() {
        return home;
    }

    @Override
    public Optional<String> homeOf(String user) {
        return users.homeOf(user);
    }

    @Override
    public int uid() {
        return uid;
    }

    @Override
    public List<String> workspaces() {
        return workspaces;
    }

    @Override
    public List<String> scratch() {
        return scratch;
    }

    @Override
    public List<String> gate() {
        return setting.gate();
    }

    @Override
    public boolean isGateProcess(String target, boolean whole) {
        return GateDaemon.of(setting.gate())
                .filter(daemon -> daemon.answersTo(target, whole))
                .isPresent();
    }

    /// A variable that the door was not told of may be set all the same, by a profile that the host's shell reads.
    @Override
    public Variable variable(String name) {
        String value = setting.environment().get(name);
        if (value != null) {
            return new Variable.Set(value);
        }
        return switch (name) {
            case "HOME" -> new Variable.Set(home);
            case "PWD" -> new Variable.Set(PathText.normal(setting.directory()));
            default -> new Variable.Unknown();
        };
    }

    @Override
    public PathFacts look(String path, Use use) {
        String plain = PathText.normal(path);
        boolean losing =
                switch (use) {
                    case READ, RUN, ENTER -> false;
                    case CREATE, CHANGE, DELETE -> true;
                };
        return known.computeIfAbsent(losing + plain, _ -> facts(plain, losing));
    }

    private PathFacts facts(String path, boolean losing) {
        if (path.indexOf('\0') >= 0) {
            return PathFacts.UNKNOWN;
        }
        if (Zones.of(path, this) == Zone.DEVICE) {
            return device(path);
        }
        Looks.Entry entry = looks.at(path);
        Optional<String> real = looks.real(path);
        if (entry instanceof Looks.Entry.Hidden || real.isEmpty()) {
            return PathFacts.UNKNOWN;
        }
        Optional<String> elsewhere = real.filter(found -> !found.equals(path));
        Optional<BasicFileAttributes> attributes = looks.attributesOf(real.get());
        if (attributes.isEmpty()) {
            boolean dangling = entry instanceof Looks.Entry.There;
            return facts(
                    dangling ? Existence.PRESENT : Existence.ABSENT,
                    Kind.UNKNOWN,
                    dangling && losing ? saved(path) : Saved.NOTHING,
                    elsewhere,
                    OptionalInt.empty(),
                    losing ? rights(real.get()) : PathFacts.Rights.UNKNOWN);
        }
        Kind kind = kind(attributes.get());
        Saved saved = losing ? Places.worse(saved(path), saved(real.get())) : Saved.UNKNOWN;
        return facts(
                Existence.PRESENT,
                kind,
                saved,
                elsewhere,
                losing ? count(real.get(), kind) : OptionalInt.empty(),
                losing ? rights(real.get()) : PathFacts.Rights.UNKNOWN);
    }

    /// What is not there yet is made by whoever may write to the nearest directory above it.
    private PathFacts.Rights rights(String path) {
        if (uid == 0) {
            return PathFacts.Rights.GRANTED;
        }
        return Zones.of(path, this) == Zone.SYSTEM ? looks.rights(path) : PathFacts.Rights.UNKNOWN;
    }

    private OptionalInt count(String path, Kind kind) {
        return kind == Kind.DIRECTORY
                ? looks.names(path, MOST_NAMES).stream().mapToInt(List::size).findFirst()
                : OptionalInt.empty();
    }

    /// Devices are named, not looked at: a look at some of them changes something.
    private static PathFacts device(String path) {
        boolean top = path.lastIndexOf('/') == 0;
        return facts(
                top ? Existence.PRESENT : Existence.UNKNOWN,
                top ? Kind.DIRECTORY : Kind.SPECIAL,
                Saved.UNKNOWN,
                Optional.empty(),
                OptionalInt.empty(),
                PathFacts.Rights.UNKNOWN);
    }

    private static Kind kind(BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            return Kind.FILE;
        }
        return attributes.isDirectory() ? Kind.DIRECTORY : Kind.SPECIAL;
    }

    private static PathFacts facts(
            Existence existence,
            Kind kind,
            Saved saved,
            Optional<String> real,
            OptionalInt entries,
            PathFacts.Rights rights) {
        return new PathFacts(
                existence, kind, saved, false, real, entries, rights, Fact.Source.OBSERVED);
    }

    /// Whether what stands at a path could be had back; a link counts itself, not what it leads to.
    private Saved saved(String path) {
        Optional<String> directory = looks.real(PathText.parent(path));
        if (directory.isEmpty() || looks.isExhausted()) {
            return Saved.UNKNOWN;
        }
        String place =
                path.equals("/") ? "/" : PathText.child(directory.get(), PathText.name(path));
        Optional<String> top = top(place);
        if (top.isEmpty()) {
            return unversioned(place);
        }
        return statuses.computeIfAbsent(top.get(), this::status)
                .map(status -> status.of(place))
                .orElse(Saved.UNKNOWN);
    }

    private Saved unversioned(String path) {
        boolean empty =
                looks.isDirectory(path)
                        && looks.names(path, MOST_NAMES).filter(List::isEmpty).isPresent();
        if (empty) {
            return Saved.NOTHING;
        }
        return isConventional(path) ? Saved.REBUILDABLE : Saved.UNVERSIONED;
    }

    private Optional<GitStatus> status(String top) {
        return GitRepository.at(top, looks)
                .map(repository -> new GitStatus(repository, home, this::isConventional));
    }

    private boolean isConventional(String path) {
        return Standings.isRebuildable(path, Zones.area(path, this), this);
    }

    @Override
    public Listing expand(String pattern) {
        return new Expansion(looks, MOST_NAMES).of(pattern);
    }

    @Override
    public Content content(String path) {
        String plain = PathText.normal(path);
        String name = "`" + PathText.name(plain) + "`";
        if (Zones.of(plain, this) == Zone.DEVICE) {
            return new Content.Unread(name + " is a device");
        }
        Optional<String> real = looks.real(plain);
        if (real.isEmpty()) {
            return new Content.Unread(name + " cannot be reached");
        }
        return switch (looks.at(real.get())) {
            case Looks.Entry.Absent() -> new Content.Absent();
            case Looks.Entry.Hidden() -> new Content.Unread(name + " cannot be reached");
            case Looks.Entry.There(var attributes) -> content(real.get(), name, attributes);
        };
    }

    private Content content(String path, String name, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) {
            return new Content.Unread(name + " is no regular file");
        }
        if (attributes.size() > MOST_CONTENT) {
            return new Content.Unread(name + " is larger than 1 MiB");
        }
        Optional<byte[]> bytes = looks.bytes(path, MOST_CONTENT);
        if (bytes.isEmpty()) {
            return new Content.Unread(name + " cannot be read");
        }
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.get()))
                            .toString();
            return new Content.Text(text, Sha256.of(bytes.get()));
        } catch (CharacterCodingException _) {
            return new Content.Unread(name + " is no text");
        }
    }

    @Override
    public Optional<Repository> repository(String directory) {
        return top(PathText.normal(directory))
                .flatMap(top -> GitRepository.at(top, looks))
                .map(GitRepository::facts);
    }

    @Override
    public Optional<String> projectOf(String path) {
        return top(PathText.normal(path));
    }

    private Optional<String> top(String path) {
        Optional<String> found = tops.get(path);
        if (found == null) {
            found = GitRepository.top(path, looks);
            tops.put(path, found);
        }
        return found;
    }
}
