package dev.cattlegrid.policy;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the gate works, as the organisation and the user say: what is their own, and what is production.
///
/// Rules consult it where SEMANTICS shifts a default. It has no word for a hard finding, for secrets, for critical
/// losses or for what guards the gate.
///
/// @param trusted each kind that somebody spoke of
/// @param production names of what people depend on
/// @param contained whether there is nothing to lose where calls run
/// @param notes what was said and does not count, in sentences for the person
public record Environment(
        Map<Trusted, List<NamePattern>> trusted,
        List<NamePattern> production,
        boolean contained,
        List<String> notes) {
    /// Nothing is said: the defaults of SEMANTICS.
    public static final Environment NONE = new Environment(Map.of(), List.of(), false, List.of());

    public Environment {
        trusted = Map.copyOf(trusted);
        production = List.copyOf(production);
        notes = List.copyOf(notes);
    }

    /// What layers come to together. What widens is settled by the highest layer that speaks of it, and never by a
    /// project or a session; names of production add up.
    public static Environment of(List<Statement> statements) {
        List<Statement> ordered =
                statements.stream().sorted(Comparator.comparing(Statement::level)).toList();
        Map<Trusted, List<NamePattern>> trusted = new EnumMap<>(Trusted.class);
        var production = new ArrayList<NamePattern>();
        var notes = new ArrayList<String>();
        Optional<Boolean> contained = Optional.empty();
        for (Statement statement : ordered) {
            statement
                    .trusted()
                    .forEach((kind, patterns) -> {
                        if (!statement.mayWiden()) {
                            notes.add(ignored(statement, kind.key(), "only tighten"));
                        } else if (trusted.putIfAbsent(kind, patterns) != null) {
                            notes.add(ignored(statement, kind.key(), "not widen what is above it"));
                        }
                    });
            if (statement.contained().isPresent()) {
                boolean value = statement.contained().get();
                if (!statement.mayWiden() && value) {
                    notes.add(ignored(statement, "contained", "only tighten"));
                } else if (contained.isPresent() && value && !contained.get()) {
                    notes.add(ignored(statement, "contained", "not widen what is above it"));
                } else if (contained.isEmpty() || !value) {
                    contained = Optional.of(value);
                }
            }
            production.addAll(statement.production());
        }
        notes.sort(Comparator.naturalOrder());
        return new Environment(trusted, production, contained.orElse(false), notes);
    }

    private static String ignored(Statement statement, String key, String may) {
        return "`%s` in `%s` does not count, since that file may %s"
                .formatted(key, statement.from(), may);
    }

    /// Whether data may go to this end like to this machine itself.
    public boolean trusts(Endpoint end) {
        return switch (end.scope()) {
            case PRIVATE, REMOTE ->
                    speaksOf(Trusted.HOSTS) && any(Trusted.HOSTS, end.host()) && !isProduction(end);
            case LOOPBACK, METADATA, UNKNOWN -> false;
        };
    }

    /// Whether commits may go to the repository at this address.
    public boolean trustsRemote(String url) {
        return speaksOf(Trusted.REMOTES)
                && Remotes.canonical(url).filter(name -> any(Trusted.REMOTES, name)).isPresent();
    }

    /// Whether what is installed comes from a registry of their own.
    public boolean trusts(Effect.Install install) {
        if (!speaksOf(Trusted.REGISTRIES) || install.packages().isEmpty()) {
            return false;
        }
        for (String word : install.packages().split("\\s+")) {
            Optional<String> name = registry(word);
            if (name.isEmpty() || !inRegistry(name.get())) {
                return false;
            }
        }
        return true;
    }

    /// Whether the buckets that an operation changes are their own; where none is named by its address, the first
    /// word of the target is one.
    public boolean trustsBuckets(Effect.Remote remote) {
        if (!speaksOf(Trusted.BUCKETS) || !isStorage(remote)) {
            return false;
        }
        return buckets(remote).stream()
                .allMatch(bucket -> any(Trusted.BUCKETS, bucket) && !isProduction(bucket));
    }

    /// `host/path` of a repository's address, the same for each way to write it.
    public static Optional<String> repository(String url) {
        return Remotes.canonical(url);
    }

    /// The buckets that an operation of a cloud's storage is about; none where it is about something else.
    public static List<String> buckets(Effect.Remote remote) {
        if (!isStorage(remote)) {
            return List.of();
        }
        List<String> named = Buckets.among(remote.target());
        return named.isEmpty() ? List.of(remote.target().strip().split("\\s+")[0]) : named;
    }

    /// Whether a namespace is theirs, by its name or `context/name`.
    boolean trustsNamespace(String name) {
        return speaksOf(Trusted.NAMESPACES) && any(Trusted.NAMESPACES, name);
    }

    /// Whether a place may be written like one in the workspace.
    public boolean trusts(Place place) {
        if (!speaksOf(Trusted.DIRECTORIES)) {
            return false;
        }
        return switch (place.zone()) {
            case OTHER_REPOSITORY, HOME, SYSTEM, REMOVABLE -> isBelowTrusted(place);
            case WORKSPACE, SCRATCH, DEVICE, REMOTE, UNKNOWN -> false;
        };
    }

    /// Whether a text holds a word that names production.
    public boolean isProduction(String text) {
        if (production.isEmpty()) {
            return false;
        }
        for (String word : text.split("[^A-Za-z0-9._*-]+")) {
            String name = word.toLowerCase(Locale.ROOT);
            for (NamePattern pattern : production) {
                if (pattern.matches(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    public boolean isProduction(Endpoint end) {
        return isProduction(end.host());
    }

    /// The same, with one more sentence for the person.
    public Environment noting(String note) {
        var more = new ArrayList<>(notes);
        more.add(note);
        return new Environment(trusted, production, contained, more);
    }

    private boolean speaksOf(Trusted kind) {
        return trusted.containsKey(kind);
    }

    private boolean any(Trusted kind, String name) {
        for (NamePattern pattern : trusted.getOrDefault(kind, List.of())) {
            if (pattern.matches(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean inRegistry(String name) {
        String host = name.split("/", 2)[0];
        for (NamePattern pattern : trusted.getOrDefault(Trusted.REGISTRIES, List.of())) {
            boolean whole = pattern.text().indexOf('/') < 0;
            if (whole ? pattern.matches(host) : isIn(pattern, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(NamePattern pattern, String name) {
        return pattern.matches(name) || new NamePattern(pattern.text() + "/*").matches(name);
    }

    /// `host/path` of where a package comes from; nothing where that is not encrypted or not an address.
    private static Optional<String> registry(String word) {
        String url = word.startsWith("git+") ? word.substring("git+".length()) : word;
        int name = url.indexOf("@ ");
        url = name < 0 ? url : url.substring(name + 2);
        int fragment = url.indexOf('#');
        url = fragment < 0 ? url : url.substring(0, fragment);
        return url.startsWith("https://") || url.startsWith("ssh://")
                ? Remotes.canonical(url.indexOf('/', 8) < 0 ? url + "/-" : url)
                : Optional.empty();
    }

    private static boolean isStorage(Effect.Remote remote) {
        return switch (remote.system()) {
            case "aws" ->
                    remote.operation().startsWith("s3 ") || remote.operation().startsWith("s3api ");
            case "gcloud" -> remote.operation().startsWith("storage ");
            case "gcs", "s3", "gsutil", "s3cmd", "s5cmd", "mc", "minio" -> true;
            default -> false;
        };
    }

    private boolean isBelowTrusted(Place place) {
        return switch (place.sure()) {
            case Place.Sure.Exact() ->
                    isBelow(place.path())
                            && place.facts().realPath().map(this::isBelow).orElse(true);
            case Place.Sure.Expanded(var entries, var count) ->
                    entries.size() == count && entries.stream().allMatch(this::isBelow);
            case Place.Sure.Below(), Place.Sure.Unresolved() -> false;
        };
    }

    private boolean isBelow(String path) {
        for (NamePattern directory : trusted.getOrDefault(Trusted.DIRECTORIES, List.of())) {
            if (path.startsWith(directory.text() + "/")) {
                return true;
            }
        }
        return false;
    }
}
