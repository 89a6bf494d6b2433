package dev.cattlegrid.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The kinds of things that people can say are their own, each with how it is named.
public enum Trusted {
    /// `api.acme.test`, `*.acme.test`: a request that changes something there is no question.
    HOSTS("trusted-hosts", "a host such as `api.acme.test` or `*.acme.test`"),
    /// `git.acme.test/team/*`: pushing there is no question.
    REMOTES("trusted-remotes", "a repository such as `git.acme.test/team/*`"),
    /// `packages.acme.test`: packages from there do not come from elsewhere.
    REGISTRIES(
            "trusted-registries", "a host such as `packages.acme.test`, or with a path below it"),
    /// `acme-dev-*`: adding and changing there is no question.
    BUCKETS("trusted-buckets", "a bucket such as `acme-dev-*`"),
    /// `/home/me/notes`: writing there is as in the workspace.
    DIRECTORIES("trusted-directories", "a directory such as `~/notes` or `/srv/app`"),
    /// `dev-*`, `my-cluster/dev-*`: changing things there is no question.
    NAMESPACES(
            "trusted-namespaces", "a namespace such as `dev-*` or, in one context, `kind/dev-*`");

    private static final Set<String> OPEN_FORGES =
            Set.of(
                    "github.com",
                    "gitlab.com",
                    "bitbucket.org",
                    "codeberg.org",
                    "gitea.com",
                    "git.sr.ht",
                    "dev.azure.com",
                    "ssh.dev.azure.com",
                    "salsa.debian.org",
                    "gitee.com");
    private static final Set<String> SYSTEM =
            Set.of(
                    "bin", "boot", "dev", "etc", "lib", "lib32", "lib64", "proc", "run", "sbin",
                    "sys", "usr", "System", "Library", "private");
    private static final Set<String> ROOTS =
            Set.of(
                    "/",
                    "/home",
                    "/Users",
                    "/root",
                    "/var",
                    "/var/lib",
                    "/var/log",
                    "/var/spool",
                    "/opt",
                    "/srv",
                    "/mnt",
                    "/media",
                    "/Volumes",
                    "/tmp",
                    "/data");
    private static final Set<String> SECOND_LEVELS =
            Set.of("co", "com", "org", "net", "ac", "gov", "edu", "ne", "or", "gob", "github");

    private final String key;
    private final String example;

    Trusted(String key, String example) {
        this.key = key;
        this.example = example;
    }

    /// Its name in settings.
    public String key() {
        return key;
    }

    /// What a pattern came to.
    public sealed interface Read {
        record Of(NamePattern pattern) implements Read {}

        /// @param why what is wrong and what would help, without the pattern itself
        record Bad(String why) implements Read {}
    }

    /// Reads a pattern as a person wrote it; one that would trust everybody is none.
    ///
    /// @param home absolute, for `~/`
    public Read read(String written, String home) {
        String text = written.strip();
        boolean readable =
                this == DIRECTORIES
                        ? text.chars().noneMatch(Character::isISOControl)
                        : NamePattern.isReadable(text);
        if (text.isEmpty() || !readable) {
            return bad("is not " + example);
        }
        return switch (this) {
            case HOSTS -> host(text, false);
            case REGISTRIES -> host(text, true);
            case REMOTES -> remote(text);
            case BUCKETS, NAMESPACES -> named(text);
            case DIRECTORIES -> directory(text, home);
        };
    }

    private Read host(String text, boolean path) {
        if (text.contains("://")) {
            return bad("is an address; write only the host, without `https://`");
        }
        int slash = text.indexOf('/');
        if (slash >= 0 && !path) {
            return bad("has a path; write only the host");
        }
        String host = slash < 0 ? text : text.substring(0, slash);
        String rest = slash < 0 ? "" : text.substring(slash);
        Optional<String> wide = tooWide(host);
        return wide.isPresent()
                ? bad(wide.get())
                : new Read.Of(new NamePattern(host.toLowerCase(Locale.ROOT) + rest));
    }

    private Read remote(String text) {
        Optional<String> written = Remotes.canonical(text).or(() -> Optional.of(text));
        String plain = written.orElseThrow();
        int slash = plain.indexOf('/');
        if (slash <= 0
                || slash == plain.length() - 1
                || plain.indexOf('*') >= 0 && plain.indexOf('*') < slash) {
            return bad("is not " + example);
        }
        String host = plain.substring(0, slash).toLowerCase(Locale.ROOT);
        String owner = plain.substring(slash + 1).split("/", 2)[0];
        if (OPEN_FORGES.contains(host) && owner.indexOf('*') >= 0) {
            return bad("names repositories of everybody; name an owner: `" + host + "/OWNER/*`");
        }
        return new Read.Of(new NamePattern(host + plain.substring(slash)));
    }

    private Read named(String text) {
        String plain = this == BUCKETS ? Buckets.name(text).orElse(text) : text;
        var pattern = new NamePattern(plain);
        String last = plain.substring(plain.lastIndexOf('/') + 1);
        if (last.indexOf('*') >= 0 && new NamePattern(last).weight() < 3) {
            return bad("names nearly everything; write at least three letters beside the `*`");
        }
        return new Read.Of(pattern);
    }

    private Read directory(String text, String home) {
        if (text.indexOf('*') >= 0) {
            return bad("is a pattern; name each directory");
        }
        String path = text.startsWith("~/") ? home + text.substring(1) : text;
        while (path.length() > 1 && path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        if (!path.startsWith("/")
                || path.contains("/../")
                || path.endsWith("/..")
                || path.contains("//")
                || path.contains("/./")) {
            return bad("is not " + example);
        }
        String first = path.substring(1).split("/", 2)[0];
        if (ROOTS.contains(path) || SYSTEM.contains(first)) {
            return bad("belongs to the system; name a directory of your own");
        }
        if (path.equals(home) || home.startsWith(path + "/") || isHome(path)) {
            return bad("is a whole home; name a directory in it");
        }
        String below = path.startsWith(home + "/") ? path.substring(home.length() + 1) : "";
        if (below.startsWith(".") && below.indexOf('/') < 0) {
            return bad("holds settings of programs; name a directory of your own");
        }
        return new Read.Of(new NamePattern(path));
    }

    private static boolean isHome(String path) {
        String[] names = path.split("/");
        return names.length == 3 && (names[1].equals("home") || names[1].equals("Users"));
    }

    /// Why a pattern of hosts would trust people who have nothing to do with each other.
    private static Optional<String> tooWide(String host) {
        int star = host.lastIndexOf('*');
        if (star < 0) {
            return Optional.empty();
        }
        String fixed = host.substring(star + 1);
        String[] labels = fixed.startsWith(".") ? fixed.substring(1).split("\\.") : new String[0];
        boolean own = labels.length == 1 && isPrivate(labels[0]);
        boolean wide =
                labels.length < 2 && !own
                        || labels.length == 2 && SECOND_LEVELS.contains(labels[0]);
        return wide
                ? Optional.of("names hosts of everybody; write the domain out: `*.acme.test`")
                : Optional.empty();
    }

    private static boolean isPrivate(String label) {
        return switch (label) {
            case "internal", "local", "lan", "corp", "intranet", "localhost", "test" -> true;
            default -> false;
        };
    }

    private static Read bad(String why) {
        return new Read.Bad(why);
    }
}
