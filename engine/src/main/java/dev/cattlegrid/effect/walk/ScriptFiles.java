package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Outcome;
import dev.cattlegrid.effect.program.Programs;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Script files that are run or sourced.
///
/// What the call itself wrote is read and counts in full. A file of the workspace that was there before is the
/// project's own code (SEMANTICS 2, *ProjectCode*): it may run; of what can be read of it only what destroys, leaks
/// or lasts is kept, as steps that may happen. Anything else that cannot be read stays unknown.
final class ScriptFiles {
    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "dash", "zsh", "ksh", "source", ".");

    /// Directories in which installed tools lie under their own names.
    private static final List<String> TOOLS =
            List.of(
                    "/node_modules/.bin/",
                    "/.venv/bin/",
                    "/venv/bin/",
                    "/env/bin/",
                    "/vendor/bin/");

    /// Scripts of the project whose names say what they do.
    private static final Set<String> WRAPPERS = Set.of("gradlew", "mvnw");

    /// Files of the user that every new shell reads, or that tools tell one to source.
    private static final List<String> SETTINGS =
            List.of(
                    "/bin/activate",
                    "/.nvm/nvm.sh",
                    "/.cargo/env",
                    "/.asdf/asdf.sh",
                    "/etc/profile.d/conda.sh",
                    "/sdkman-init.sh");

    /// Programs that write what they are given, in another form or as it is; they build nothing.
    private static final Set<String> HANDED_ON =
            Set.of(
                    "base64",
                    "base32",
                    "basenc",
                    "xxd",
                    "uudecode",
                    "openssl",
                    "gpg",
                    "age",
                    "cat",
                    "tee",
                    "dd");

    /// How the files end that a script in a language loads by name from its own directory.
    private static final Map<String, Set<String>> MODULES =
            Map.of(
                    "python", Set.of("py", "pyc", "so"),
                    "javascript", Set.of("js", "mjs", "cjs", "node"),
                    "typescript", Set.of("ts", "js", "mjs"),
                    "ruby", Set.of("rb"),
                    "perl", Set.of("pm"));

    private final Walk walk;
    private final Programming programs;

    ScriptFiles(Walk walk, Programming programs) {
        this.walk = walk;
        this.programs = programs;
    }

    /// Whether a program given by its path is a file to be read rather than an installed program.
    boolean isOwn(String name, State s) {
        Place place = place(Value.exact(name), s);
        Optional<Made> made = walk.world.made(place.path());
        if (made.isPresent()) {
            return !Built.isEnvironment(made.get().data(), place.path());
        }
        String base = name.substring(name.lastIndexOf('/') + 1);
        boolean known = Programs.of(base).isPresent();
        return switch (place.zone()) {
            case SYSTEM -> !isSystemDirectory(place.path());
            case WORKSPACE, SCRATCH, OTHER_REPOSITORY, HOME, REMOVABLE, DEVICE, REMOTE, UNKNOWN ->
                    !known
                            || !WRAPPERS.contains(base)
                                    && TOOLS.stream().noneMatch(place.path()::contains)
                                    && !isVirtual(place.path())
                                    && !(place.zone() == Zone.HOME
                                            && place.path().contains("/bin/"));
        };
    }

    /// A virtual environment by its name: `.venv`, `venv-core`, `venv311`, `test-venv`.
    private static boolean isVirtual(String path) {
        int bin = path.lastIndexOf("/bin/");
        return bin > 0 && path.substring(path.lastIndexOf('/', bin - 1) + 1, bin).contains("venv");
    }

    private static boolean isSystemDirectory(String path) {
        return path.startsWith("/usr/")
                || path.startsWith("/bin/")
                || path.startsWith("/sbin/")
                || path.startsWith("/opt/homebrew/bin/")
                || path.startsWith("/snap/bin/");
    }

    private Place place(Value value, State s) {
        return Places.of(value, s.directory, World.Use.RUN, walk.world).getFirst();
    }

    /// Runs a file as a program of its own.
    void run(Arg path, List<Arg> arguments, Invocation from, State s) {
        Span span = path.span().equals(Span.NONE) ? from.span() : path.span();
        List<Place> places =
                path.splits()
                        ? List.of()
                        : Places.of(path.value(), s.directory, World.Use.RUN, walk.world);
        if (places.size() != 1 || !places.getFirst().isExact()) {
            if (!path.splits() && path.value() instanceof Value.Glob && !places.isEmpty()) {
                severals(path, places.getFirst(), arguments, from, s, span);
            } else {
                unknown(path, from.name(), span);
            }
            return;
        }
        Place place = places.getFirst();
        switch (walk.world.content(place.path())) {
            case World.Content.Text(var text, var sha) -> {
                String language = language(place.path(), text, from.name());
                walk.note(new Effect.Run(new Code.Script(place, language, Optional.of(sha)), span));
                Optional<Made> made = walk.world.made(place.path());
                if (made.isPresent()) {
                    walk.own(() -> read(text, language, path, arguments, from, s));
                } else if (place.zone() != Zone.WORKSPACE) {
                    read(text, language, path, arguments, from, s);
                } else if (walk.world.isChanged(place.path())) {
                    walk.own(() -> project(text, language, path, arguments, from, s));
                } else {
                    project(text, language, path, arguments, from, s);
                }
            }
            case World.Content.Unread(var why) -> unread(place, why, from, s, span);
            case World.Content.Absent _ -> unread(place, "it is not there", from, s, span);
        }
        String language = language(place.path(), "", from.name());
        beside(place, language, span);
        Shadowed.beside(place.path(), language)
                .filter(walk.world::isWritten)
                .forEach(module -> imported(module, language, from, s, span));
    }

    /// One of several files of a pattern: each of those that are known, or the project's own that nobody has touched.
    private void severals(
            Arg path, Place place, List<Arg> arguments, Invocation from, State s, Span span) {
        switch (place.sure()) {
            case Place.Sure.Expanded(var entries, var count) when count == entries.size() ->
                    entries.forEach(entry -> run(Arg.exact(entry, span), arguments, from, s));
            case Place.Sure.Below _ when isUntouched(place) -> {
                String language = language(place.path(), "", from.name());
                walk.note(new Effect.Run(new Code.Script(place, language, Optional.empty()), span));
                Data out = Data.of(new Source.Program(from.name()));
                s.io.out().append(out.with(from.stdin().changed()).changed(), walk.doubt);
            }
            case Place.Sure.Exact _,
                    Place.Sure.Expanded _,
                    Place.Sure.Below _,
                    Place.Sure.Unresolved _ ->
                    unknown(path, from.name(), span);
        }
    }

    private boolean isUntouched(Place place) {
        String path = place.path();
        String directory = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return place.zone() == Zone.WORKSPACE
                && !place.is(Standing.REBUILDABLE)
                && !walk.world.isWrittenInto(directory);
    }

    /// A module that the call or the session wrote in the place of a well-known one runs with the script.
    private void imported(String module, String language, Invocation from, State s, Span span) {
        if (walk.world.content(module) instanceof World.Content.Text(var text, var sha)) {
            Place place = Places.of(module, World.Use.RUN, walk.world);
            walk.note(new Effect.Run(new Code.Script(place, language, Optional.of(sha)), span));
            read(text, language, Arg.exact(module, span), List.of(), from, s);
        } else {
            walk.unknown(new Gap.Unread("`" + module + "`, which is imported first"), span);
        }
    }

    /// A module that was fetched and lies beside a script is found before the library's own of that name.
    private void beside(Place script, String language, Span span) {
        Set<String> endings = MODULES.getOrDefault(language, Set.of());
        if (endings.isEmpty()) {
            return;
        }
        String directory = script.path().substring(0, script.path().lastIndexOf('/'));
        for (String path : walk.world.fetchedInto(directory)) {
            boolean module = endings.contains(path.substring(path.lastIndexOf('.') + 1));
            if (module && !path.equals(script.path())) {
                Place place = Places.of(path, World.Use.RUN, walk.world);
                walk.note(
                        new Effect.Run(new Code.Script(place, language, Optional.empty()), span),
                        false);
                walk.world
                        .made(path)
                        .map(made -> new Code.Inline(language, made.data()))
                        .ifPresent(code -> walk.note(new Effect.Run(code, span), false));
            }
        }
    }

    private void unknown(Arg path, String name, Span span) {
        walk.note(new Effect.Run(new Code.Inline(name, path.data()), span));
        String why = Values.why(path.value());
        walk.unknown(new Gap.UnknownValue(why.isEmpty() ? "which file runs" : why), span);
    }

    private void unread(Place place, String why, Invocation from, State s, Span span) {
        String language = language(place.path(), "", from.name());
        Optional<Made> made = walk.world.made(place.path());
        Optional<String> tool =
                made.filter(own -> isBuilt(own, place)).flatMap(own -> Built.tool(own.data()));
        walk.note(
                new Effect.Run(
                        tool.<Code>map(builder -> new Code.Project(builder, place.written()))
                                .orElseGet(
                                        () -> new Code.Script(place, language, Optional.empty())),
                        span));
        Data out = Data.of(new Source.Program(from.name())).with(from.stdin().changed());
        s.io.out().append(out.changed(), walk.doubt);
        if (made.isPresent() && !isBuilt(made.get(), place)) {
            Data data = made.get().data();
            walk.note(new Effect.Run(new Code.Inline(language, data), span));
            walk.unknown(new Gap.Unread(place.written() + ": " + why), span);
        } else if (made.isEmpty() && place.zone() != Zone.WORKSPACE) {
            walk.unknown(new Gap.Unread(place.written() + ": " + why), span);
        }
    }

    /// Whether a program of this call built it out of the project's files: nothing in it was spelled out by the call
    /// or came from the network.
    static boolean isBuilt(Made made, Place place) {
        boolean own = place.zone() == Zone.WORKSPACE || place.zone() == Zone.SCRATCH;
        return own
                && made.certain()
                && made.data().sources().stream().noneMatch(ScriptFiles::isForeign);
    }

    private static boolean isForeign(Source source) {
        return switch (source) {
            case Source.Network _,
                    Source.Spelled _,
                    Source.Vault _,
                    Source.Variable _,
                    Source.Environment _ ->
                    true;
            case Source.File(var place) -> place.zone() != Zone.WORKSPACE;
            case Source.Program(var name) -> HANDED_ON.contains(name);
            case Source.Names _ -> false;
        };
    }

    private void read(
            String text, String language, Arg path, List<Arg> arguments, Invocation from, State s) {
        if (SHELLS.contains(language)) {
            var positional = new ArrayList<Arg>();
            positional.add(path);
            positional.addAll(arguments);
            Programming.arguments(positional, s);
            walk.shell(s, () -> programs.texts.parsed(text, path.span(), s));
            return;
        }
        Arg code = new Arg(Value.exact(text), Data.spelled(text), false, path.span());
        Outcome outcome = programs.code(language, code, arguments, from);
        outcome.steps().forEach(programs::include);
        s.io.out().append(outcome.output(), walk.doubt);
    }

    /// The project's own code, readable: what is grave in it is kept.
    private void project(
            String text, String language, Arg path, List<Arg> arguments, Invocation from, State s) {
        Sink out = Sink.taken(0);
        Outcome outcome =
                walk.apart(
                        () -> {
                            State inner = s.copy();
                            inner.io = Io.of(s.io.in(), out, Sink.nowhere());
                            walk.at(inner);
                            read(text, language, path, arguments, from, inner);
                        },
                        out);
        for (Step step : outcome.steps()) {
            if (Grave.is(step.effect()) || walk.brought.contains(step.effect())) {
                walk.note(step.effect(), false);
            }
        }
        s.io.out().append(outcome.output().changed(), walk.doubt);
    }

    /// Reads a file in this shell.
    void source(Arg path, List<Arg> arguments, State s, Span span) {
        walk.at(s);
        s.status = Status.UNKNOWN;
        Place place = place(path.value(), s);
        if (!place.isExact() || path.splits()) {
            unknown(path, "bash", span);
            return;
        }
        if (place.path().equals("/dev/stdin")) {
            Data data = s.io.in().data();
            programs.texts.text(
                    new Arg(
                            data.text()
                                    .<Value>map(Value::exact)
                                    .orElseGet(() -> Value.unknown("what is read")),
                            data,
                            false,
                            span),
                    "bash",
                    s);
            return;
        }
        switch (walk.world.content(place.path())) {
            case World.Content.Text(var text, var sha) -> {
                walk.note(new Effect.Run(new Code.Script(place, "bash", Optional.of(sha)), span));
                List<Arg> before = s.positional;
                if (!arguments.isEmpty()) {
                    s.positional = arguments;
                }
                Frame own = walk.enter(Frame.Kind.FUNCTION, "");
                programs.texts.parsed(text, span, s);
                walk.settle(s);
                own.rejoin(s);
                if (s.course == State.Course.FUNCTION_LEFT) {
                    s.course = State.Course.RUNNING;
                }
                walk.leave(own);
                s.positional = before;
            }
            case World.Content.Unread(var why) -> sourced(place, why, s, span);
            case World.Content.Absent _ -> sourced(place, "it is not there", s, span);
        }
    }

    /// A virtual environment's script and a project's own settings set variables; what else they do is the project's.
    private void sourced(Place place, String why, State s, Span span) {
        walk.note(new Effect.Run(new Code.Script(place, "bash", Optional.empty()), span));
        Optional<Made> made = walk.world.made(place.path());
        boolean settled =
                place.zone() != Zone.SCRATCH
                        && (place.is(Standing.STARTUP)
                                || SETTINGS.stream().anyMatch(place.path()::endsWith));
        boolean project = made.isEmpty() && (place.zone() == Zone.WORKSPACE || settled);
        if (!project) {
            made.ifPresent(
                    own -> walk.note(new Effect.Run(new Code.Inline("bash", own.data()), span)));
            walk.note(
                    new Effect.Unknown(
                            new Gap.Unread(place.written() + ": " + why), Bound.ANYTHING, span));
        }
        s.lastArgument = Held.unknown("a file was sourced");
    }

    /// Who reads a script: the program that was named, else the first line, else the name's ending.
    private static String language(String path, String text, String program) {
        String named = byName(program);
        if (!named.isEmpty() && !path.endsWith("/" + program)) {
            return named;
        }
        if (text.startsWith("#!")) {
            int end = text.indexOf('\n');
            String first = end < 0 ? text.substring(2) : text.substring(2, end);
            for (String word : first.strip().split("[ \t]+")) {
                String interpreter = byName(word.substring(word.lastIndexOf('/') + 1));
                if (!interpreter.isEmpty()) {
                    return interpreter;
                }
            }
        }
        int dot = path.lastIndexOf('.');
        String ending = dot < path.lastIndexOf('/') ? "" : path.substring(dot + 1);
        return switch (ending) {
            case "py" -> "python";
            case "js", "mjs", "cjs" -> "javascript";
            case "ts", "tsx", "mts" -> "typescript";
            case "rb" -> "ruby";
            case "pl" -> "perl";
            case "php" -> "php";
            case "ps1", "psm1" -> "powershell";
            case "R", "r" -> "r";
            case "sh", "bash" -> "bash";
            case "go", "rs", "java", "c", "cpp", "cc", "kt", "swift", "scala", "lua" -> ending;
            default -> text.isEmpty() ? "program" : "bash";
        };
    }

    private static String byName(String program) {
        if (program.startsWith("python") || program.startsWith("pypy")) {
            return "python";
        }
        return switch (program) {
            case "sh", "dash" -> "sh";
            case "bash", "source", ".", "eval" -> "bash";
            case "zsh" -> "zsh";
            case "ksh" -> "ksh";
            case "node", "nodejs", "bun" -> "javascript";
            case "deno", "tsx", "ts-node" -> "typescript";
            case "pwsh", "powershell", "pwsh.exe", "powershell.exe" -> "powershell";
            case "Rscript", "R" -> "r";
            case "ruby", "perl", "php", "awk", "sed" -> program;
            default -> "";
        };
    }
}
