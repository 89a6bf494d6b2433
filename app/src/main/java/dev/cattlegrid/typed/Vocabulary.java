package dev.cattlegrid.typed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of conditions: the names that they may use, the fields behind them, and the type of each.
final class Vocabulary {
    private Vocabulary() {}

    /// What a name or a field can be.
    sealed interface Type {
        record Text() implements Type {}

        record Truth() implements Type {}

        record Number() implements Type {}

        record Texts() implements Type {}

        record One(String shape) implements Type {}

        record Many(String shape) implements Type {}
    }

    /// @param of the effects that fill it, as `kind` names them; empty: all
    record Field(String name, Type type, Set<String> of, String what) {}

    /// A kind of value with fields.
    record Shape(String name, Map<String, Field> fields) {
        private static Shape of(String name, Field... fields) {
            Map<String, Field> all = new LinkedHashMap<>();
            for (Field field : fields) {
                all.put(field.name(), field);
            }
            return new Shape(name, all);
        }

        /// What a field holds that has nothing to say.
        Object empty(String field) {
            return switch (Objects.requireNonNull(fields.get(field), field).type()) {
                case Type.Text() -> "";
                case Type.Truth() -> false;
                case Type.Number() -> 0L;
                case Type.Texts(), Type.Many(_) -> List.of();
                case Type.One(var shape) -> Struct.of(shape(shape).orElseThrow(), Map.of());
            };
        }
    }

    private static final Type TEXT = new Type.Text();
    private static final Type TRUTH = new Type.Truth();
    private static final Type NUMBER = new Type.Number();
    private static final Type TEXTS = new Type.Texts();

    private static Field field(String name, Type type, String what) {
        return new Field(name, type, Set.of(), what);
    }

    private static Field of(String kinds, String name, Type type, String what) {
        return new Field(name, type, Stream.of(kinds.split(" ")).collect(Collectors.toSet()), what);
    }

    static final Shape PLACE =
            Shape.of(
                    "Place",
                    field("path", TEXT, "absolute; the known beginning where `exact` is false"),
                    field("written", TEXT, "as the call names it"),
                    field("exact", TRUTH, "whether it is this one path"),
                    field(
                            "zone",
                            TEXT,
                            "`workspace`, `scratch`, `other-repository`, `home`, `system`, `device`, `removable`, `remote`, `unknown`"),
                    field(
                            "standings",
                            TEXTS,
                            "`critical`, `secret`, `keeps-secrets`, `agent-settings`, `gate`, `keeps-gate`, `build`, `startup`, `git-internals`, `editor-settings`, `audit-trail`, `rebuildable`, `system-security`, `sink`"),
                    field("existence", TEXT, "`present`, `absent`, `unknown`"),
                    field("kind", TEXT, "`file`, `directory`, `special`, `unknown`"),
                    field(
                            "saved",
                            TEXT,
                            "`nothing`, `tracked-clean`, `modified`, `untracked`, `ignored`, `rebuildable`, `mixed`, `unversioned`, `unknown`"),
                    field("own", TRUTH, "whether this call or session made it"),
                    field("restorable", TRUTH, "whether a loss could be undone"));

    static final Shape EFFECT =
            Shape.of(
                    "Effect",
                    field(
                            "kind",
                            TEXT,
                            "`read`, `write`, `delete`, `move`, `set-mode`, `link`, `run`, `send`, `receive`, `listen`, `install`, `git`, `remote`, `administer`, `elevate`, `persist`, `signal`, `spawn`, `speak`, `reveal`, `unknown`"),
                    field("line", TEXT, "the effect as `cattlegrid effects` prints it"),
                    field("certain", TRUTH, "whether it happens whenever the call runs to its end"),
                    of(
                            "read write delete move set-mode link git run",
                            "place",
                            new Type.One("Place"),
                            "what it is about: where a move or a link leads to, the repository, the script"),
                    of(
                            "move link",
                            "from",
                            new Type.One("Place"),
                            "what is moved; what a link points at"),
                    of(
                            "write",
                            "manner",
                            TEXT,
                            "`create`, `append`, `directory`, `edit`, `destroy`"),
                    of("delete set-mode", "recursive", TRUTH, "whether all below goes along"),
                    of("set-mode", "mode", TEXT, "as written"),
                    of("run", "code", TEXT, "`program`, `script`, `inline`, `project`"),
                    of(
                            "run",
                            "program",
                            TEXT,
                            "the program, the interpreter of a script, the language of inline code, the tool that runs code of the project"),
                    of(
                            "run",
                            "arguments",
                            TEXT,
                            "the program's whole line, `…` for a word that is not known; what the tool is told to run"),
                    of("send receive", "host", TEXT, "lower case; empty where it is unknown"),
                    of("send receive listen", "port", NUMBER, "0 where it is not told"),
                    of("send receive", "scheme", TEXT, "`https`, `ssh` …"),
                    of(
                            "send receive",
                            "scope",
                            TEXT,
                            "`loopback`, `private`, `metadata`, `remote`, `unknown`"),
                    of(
                            "send receive git",
                            "url",
                            TEXT,
                            "as written; of a push, where the commits go; empty where that cannot be told"),
                    of("send", "verb", TEXT, "the protocol's own: `GET`, `POST`, `scp`"),
                    of(
                            "listen",
                            "address",
                            TEXT,
                            "`127.0.0.1`, `0.0.0.0`; empty where it is unknown"),
                    of("install", "ecosystem", TEXT, "`npm`, `pypi`, `apt` …"),
                    of(
                            "install",
                            "packages",
                            TEXTS,
                            "as named, with versions; empty: what the project declares"),
                    of("install", "provenance", TEXT, "`declared`, `named`, `elsewhere`"),
                    of("install", "reach", TEXT, "`project`, `user`, `system`, `nowhere`"),
                    of(
                            "git",
                            "action",
                            TEXT,
                            "`keep`, `skip-hooks`, `push`, `discard`, `rewrite`, `delete-ref`, `repoint`, `config`, `purge`"),
                    of(
                            "git",
                            "remote",
                            TEXT,
                            "of a push or a repoint: the name or address; empty: the branch's own"),
                    of(
                            "git",
                            "repository",
                            TEXT,
                            "`host/path` of where a push goes; empty where that cannot be told"),
                    of(
                            "git",
                            "refs",
                            TEXTS,
                            "of a push: what is changed there; the branch that is checked out where none is named; empty where that cannot be told"),
                    of("git", "force", TRUTH, "whether a push overwrites"),
                    of("git", "deletes", TRUTH, "whether a push deletes"),
                    of(
                            "git",
                            "to_default",
                            TRUTH,
                            "whether the default branch is, or may be, among the refs"),
                    of("git", "known_remote", TRUTH, "whether the repository has the remote"),
                    of(
                            "remote administer persist speak",
                            "system",
                            TEXT,
                            "`kubernetes`, `postgres`, `aws`, `github`, `terraform` …; `services`, `users` …; `cron`, `systemd` …; the service"),
                    of(
                            "remote administer signal git",
                            "operation",
                            TEXT,
                            "the system's own verb: `apply`, `DROP TABLE`, `s3 cp`, `TERM`, `reset --hard`"),
                    of(
                            "remote administer persist signal spawn speak elevate reveal git",
                            "target",
                            TEXT,
                            "what it is about, as named; the agent, the audience, the user, the variable, the setting or ref"),
                    of(
                            "remote administer",
                            "change",
                            TEXT,
                            "`read`, `read-secret`, `change`, `destroy`, `publish`, `unknown`; `change`, `weaken`, `destroy`"),
                    of(
                            "remote",
                            "local",
                            TRUTH,
                            "whether it certainly lies on this machine or in the workspace"),
                    of(
                            "remote",
                            "namespace",
                            TEXT,
                            "of a cluster: `name`, or `context/name`; empty where the command does not name one in plain words"),
                    of("remote", "buckets", TEXTS, "of a cloud's storage"),
                    of(
                            "remote send receive",
                            "production",
                            TRUTH,
                            "whether something named as production is meant"),
                    of("signal", "whom", TEXT, "`own`, `named`, `all`"),
                    of(
                            "spawn elevate",
                            "unbridled",
                            TRUTH,
                            "whether the agent is told to ask nobody; whether a shell is opened"),
                    of("unknown", "why", TEXT, "what could not be told"));

    static final Shape FLOW =
            Shape.of(
                    "Flow",
                    field("label", TEXT, "`secret`, `untrusted`"),
                    field("into", new Type.One("Effect"), "the effect that the data reaches"));

    static final Shape CALL =
            Shape.of(
                    "Call",
                    field(
                            "tool",
                            TEXT,
                            "`shell`, `read`, `write`, `edit`, `fetch`, `search`, `mcp`, `spawn`, `inner`, `other`"),
                    field("command", TEXT, "of `shell`: the whole text"),
                    field("programs", TEXTS, "every installed program that the call starts"),
                    field("server", TEXT, "of `mcp`"),
                    field(
                            "name",
                            TEXT,
                            "of `mcp`, `spawn`, `inner` and `other`: the tool or agent"));

    static final Shape ORIGIN =
            Shape.of(
                    "Origin",
                    field(
                            "host",
                            TEXT,
                            "the client: `claude-code`, `codex` …; `check` on the command line"),
                    field("subagent", TRUTH, "whether a subagent makes the call"),
                    field("directory", TEXT, "where the call is made, absolute"),
                    field(
                            "mode",
                            TEXT,
                            "`default`, `acceptEdits`, `plan`, `auto`, `dontAsk`, `bypassPermissions`"),
                    field("contained", TRUTH, "whether there is nothing to lose where it runs"));

    static final List<Shape> SHAPES = List.of(EFFECT, PLACE, FLOW, CALL, ORIGIN);

    /// What a condition can name.
    static final List<Field> NAMES =
            List.of(
                    field("effect", new Type.One("Effect"), "the effect that is looked at"),
                    field("effects", new Type.Many("Effect"), "all effects of the call, in order"),
                    field(
                            "flows",
                            new Type.Many("Flow"),
                            "secret or untrusted data that moves into an effect"),
                    field("call", new Type.One("Call"), "what the agent asks to do"),
                    field("origin", new Type.One("Origin"), "where the call comes from"));

    static Optional<Shape> shape(String name) {
        return SHAPES.stream().filter(shape -> shape.name().equals(name)).findFirst();
    }
}
