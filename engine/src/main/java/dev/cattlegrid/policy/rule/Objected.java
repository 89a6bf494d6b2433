package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Production;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.ledger.words.Thing;
import dev.cattlegrid.ledger.words.Thing.Sort;
import dev.cattlegrid.policy.Environment;
import dev.cattlegrid.policy.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether an effect is done to a thing that a boundary names. A name is enough, wherever it stands.
final class Objected {
    private static final Set<String> DATABASES =
            Set.of(
                    "database",
                    "postgres",
                    "postgresql",
                    "mysql",
                    "mariadb",
                    "sqlite",
                    "mongodb",
                    "mongo",
                    "redis",
                    "mssql",
                    "oracle",
                    "cockroach",
                    "cassandra",
                    "clickhouse",
                    "duckdb",
                    "supabase",
                    "bigquery",
                    "dynamodb",
                    "elasticsearch");
    private static final Set<String> DATABASE_FILES =
            Set.of("db", "sqlite", "sqlite3", "db3", "duckdb", "mdb");
    private static final Set<String> TESTING =
            Set.of(
                    "pytest",
                    "jest",
                    "vitest",
                    "mocha",
                    "rspec",
                    "phpunit",
                    "ctest",
                    "tox",
                    "nox",
                    "playwright",
                    "cypress");
    private static final Set<String> DECLARING =
            Set.of(
                    "package.json",
                    "package-lock.json",
                    "yarn.lock",
                    "pnpm-lock.yaml",
                    "cargo.toml",
                    "cargo.lock",
                    "go.mod",
                    "go.sum",
                    "pom.xml",
                    "build.gradle",
                    "requirements.txt",
                    "pyproject.toml",
                    "poetry.lock",
                    "uv.lock",
                    "gemfile",
                    "gemfile.lock",
                    "composer.json",
                    "composer.lock");
    private static final Set<String> SETTING =
            Set.of("toml", "ini", "conf", "cfg", "config", "properties", "yaml", "yml");

    private Objected() {}

    static boolean is(Thing thing, Effect effect, Facts facts) {
        return switch (thing) {
            case Thing.Named(var name) -> isNamed(plain(name), effect, facts);
            case Thing.OfSort(var sort) -> isOf(sort, effect, facts);
        };
    }

    private static String plain(String name) {
        return Named.plain(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isNamed(String name, Effect effect, Facts facts) {
        if (name.isEmpty()) {
            return false;
        }
        for (Place place : places(effect)) {
            if (lies(place, name, facts)) {
                return true;
            }
        }
        return switch (effect) {
            case Effect.Git(GitAction.Push push, _, _) -> pushes(push, name);
            case Effect.Git(GitAction.DeleteRef(var ref, _), _, _) -> ends(ref, name);
            case Effect.Remote remote ->
                    holds(remote.system(), name)
                            || holds(remote.target(), name)
                            || holds(remote.operation(), name)
                            || isUsual(name) && remote.operation().contains("merge");
            case Effect.Send send -> hosts(send.to().host(), name);
            case Effect.Receive receive -> hosts(receive.from().host(), name);
            case Effect.Install install ->
                    holds(install.packages(), name) || install.ecosystem().equals(name);
            case Effect.Run(var code, _) -> runs(code, name);
            case Effect.Elevate _ ->
                    name.equals("sudo") || name.equals("root") || name.equals("su");
            case Effect.Speak speak ->
                    holds(speak.audience(), name) || holds(speak.service(), name);
            case Effect.Signal signal -> holds(signal.target(), name);
            case Effect.Administer administer ->
                    holds(administer.target(), name)
                            || administer.area().equals(name)
                            || holds(administer.operation(), name);
            case Effect.Spawn spawn -> holds(spawn.agent(), name);
            default -> false;
        };
    }

    private static boolean pushes(GitAction.Push push, String name) {

        return push.remote().equalsIgnoreCase(name)
                || push.refs().stream().anyMatch(ref -> ends(ref, name))
                || push.refs().isEmpty() && push.toDefault() && isUsual(name);
    }

    /// A name by which people call the branch that requests are merged into.
    private static boolean isUsual(String name) {
        return name.equals("main") || name.equals("master") || name.equals("trunk");
    }

    private static boolean ends(String ref, String name) {
        String lower = ref.toLowerCase(Locale.ROOT);
        return lower.equals(name) || lower.endsWith("/" + name);
    }

    private static boolean hosts(String host, String name) {
        return host.equals(name) || host.endsWith("." + name) || host.startsWith(name + ".");
    }

    private static boolean runs(Code code, String name) {
        return switch (code) {
            case Code.Program(var program, _) -> ends(program, name);
            case Code.Script(var place, _, _) -> ends(place.path(), name);
            case Code.Project(var tool, var what) -> tool.equals(name) || holds(what, name);
            case Code.Inline(var language, _) -> language.equals(name);
        };
    }

    /// Whether a name is one of the words of a text.
    private static boolean holds(String text, String name) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
            boolean ends = end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    /// At or below a path of that name, or the other way round: whoever changes all of a tree changes what is in it.
    private static boolean lies(Place place, String name, Facts facts) {
        String path = plain(place.path());
        String named = absolute(name, path, facts);
        if (named.startsWith("/")) {
            return path.equals(named)
                    || path.startsWith(named + "/")
                    || !place.isExact() && named.startsWith(path)
                    || named.startsWith(path + "/");
        }
        if (named.startsWith("*")) {
            return path.endsWith(named.substring(1)) || !place.isExact();
        }
        String own = place.written().toLowerCase(Locale.ROOT);
        return ("/" + path + "/").contains("/" + named + "/")
                || stem(path).equals(named)
                || Named.plain(own).equals(named);
    }

    private static String absolute(String name, String path, Facts facts) {
        if (name.startsWith("~/")) {
            int second = path.indexOf('/', 1);
            int third = second < 0 ? -1 : path.indexOf('/', second + 1);
            return third < 0 ? name : path.substring(0, third) + name.substring(1);
        }
        if (name.startsWith("../")) {
            String directory = facts.call().origin().directory().toLowerCase(Locale.ROOT);
            return directory.substring(0, Math.max(0, directory.lastIndexOf('/')))
                    + name.substring(2);
        }
        return name;
    }

    private static String stem(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        int dot = last.indexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    private static boolean isOf(Sort sort, Effect effect, Facts facts) {
        return switch (sort) {
            case EVERYTHING -> true;
            case DATABASE ->
                    effect instanceof Effect.Remote remote && DATABASES.contains(remote.system())
                            || anyPath(effect, path -> DATABASE_FILES.contains(suffix(path)));
            case PRODUCTION -> isProduction(effect, facts);
            case TESTS -> isTest(effect);
            case DEFAULT_BRANCH ->
                    effect instanceof Effect.Git(GitAction.Push push, _, _) && push.toDefault();
            case THIS_BRANCH -> effect instanceof Effect.Git;
            case THIS_REQUEST ->
                    effect instanceof Effect.Remote remote
                            && (holds(remote.operation(), "pr") || holds(remote.operation(), "mr"));
            case TAGS ->
                    effect instanceof Effect.Git(GitAction.Push push, _, _)
                                    && push.refs().stream().anyMatch(ref -> ref.contains("tags"))
                            || effect instanceof Effect.Git(GitAction.Keep(var verb, _), _, _)
                                    && verb.equals("tag");
            case SECRETS -> places(effect).stream().anyMatch(place -> place.is(Standing.SECRET));
            case SETTINGS ->
                    anyPath(
                            effect,
                            path -> SETTING.contains(suffix(path)) || path.contains("/config/"));
            case DEPENDENCIES ->
                    effect instanceof Effect.Install
                            || anyPath(effect, path -> DECLARING.contains(last(path)));
            case MIGRATIONS ->
                    anyPath(effect, path -> path.contains("/migration"))
                            || effect instanceof Effect.Remote remote
                                    && remote.operation().contains("migrat")
                            || effect instanceof Effect.Run(Code.Project(_, var what), _)
                                    && what.contains("migrat");
            case GIT ->
                    effect instanceof Effect.Git
                            || anyPath(effect, path -> path.contains("/.git/"));
        };
    }

    private static boolean isProduction(Effect effect, Facts facts) {
        Environment environment = facts.environment();
        return switch (effect) {
            case Effect.Remote remote -> ProductionChanged.isNamed(remote, facts);
            case Effect.Send send ->
                    Production.isNamed(send.to().host()) || environment.isProduction(send.to());
            case Effect.Receive receive -> Production.isNamed(receive.from().host());
            case Effect.Run(Code.Project(_, var what), _) -> Production.isNamed(what);
            case Effect.Run(Code.Script(var place, _, _), _) ->
                    Production.isNamed(last(place.path()));
            case Effect.Git(GitAction.Push push, _, _) ->
                    push.refs().stream().anyMatch(Production::isNamed)
                            || Production.isNamed(push.remote());
            default -> anyPath(effect, Production::isNamed);
        };
    }

    private static boolean isTest(Effect effect) {
        return switch (effect) {
            case Effect.Run(Code.Program(var name, _), _) -> TESTING.contains(name);
            case Effect.Run(Code.Project(var tool, var what), _) ->
                    TESTING.contains(tool) || what.contains("test");
            default ->
                    anyPath(
                            effect,
                            path ->
                                    path.contains("/test/")
                                            || path.contains("/tests/")
                                            || path.contains("__tests__")
                                            || path.contains("/spec/")
                                            || last(path).contains("test")
                                            || last(path).contains(".spec.")
                                            || last(path).contains("_spec."));
        };
    }

    private static boolean anyPath(Effect effect, java.util.function.Predicate<String> is) {
        return places(effect).stream()
                .anyMatch(place -> is.test("/" + place.path().toLowerCase(Locale.ROOT)));
    }

    static List<Place> places(Effect effect) {
        var places = new ArrayList<>(Wheres.changed(effect));
        switch (effect) {
            case Effect.Read(var place, _) -> places.add(place);
            case Effect.Run(Code.Script(var place, _, _), _) -> places.add(place);
            case Effect.Git(GitAction.Discard(_, var lost), _, _) -> places.addAll(lost);
            default -> {}
        }
        return places;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static String suffix(String path) {
        String last = last(path);
        return last.substring(last.lastIndexOf('.') + 1);
    }
}
