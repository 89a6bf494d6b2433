package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.Zone;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Outcome;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What tools take out of the project's files and run: recipes of make, scripts of `package.json`, lists for pip.
///
/// A file that was there before is the project's: of what it runs only the grave is kept. One that this call wrote
/// counts in full, and one that it fetched, or wrote without our knowing what, runs unread.
final class ProjectFiles {
    private static final int DEEPEST = 4;

    private static final Set<String> VALUED =
            Set.of(
                    "-I",
                    "-l",
                    "-o",
                    "-W",
                    "-E",
                    "--eval",
                    "--include-dir",
                    "-w",
                    "--workspace",
                    "--filter",
                    "-F");

    /// Options whose files a tool runs, or that name what it runs.
    private static final Set<String> LOADING =
            Set.of(
                    "-c",
                    "--config",
                    "--plugin",
                    "--rulesdir",
                    "-r",
                    "--require",
                    "--import",
                    "--loader",
                    "--bootstrap",
                    "--rcfile",
                    "--plugins",
                    "--presets",
                    "--gruntfile",
                    "--gulpfile",
                    "--native-file",
                    "--cross-file",
                    "--custom-formatter",
                    "--custom-syntax",
                    "--formatter",
                    "--reporter",
                    "--reporters",
                    "--resolver",
                    "--setupFilesAfterEnv",
                    "--globalSetup",
                    "--experimental-loader",
                    "--init-script",
                    "-I",
                    "--settings",
                    "--rakefile",
                    "--confcutdir",
                    "--rootdir",
                    "--resolve-plugins-relative-to",
                    "--parser",
                    "--load-plugins",
                    "--addon",
                    "--autoload-file",
                    "-f",
                    "--file");

    private final Walk walk;
    private final Programming programs;
    private final Set<String> open = new HashSet<>();

    ProjectFiles(Walk walk, Programming programs) {
        this.walk = walk;
        this.programs = programs;
    }

    /// A program has been started, and what its card says of it is known.
    void started(String program, List<Arg> args, Outcome outcome, State s, Span span) {
        switch (program) {
            case "make", "gmake" -> make(args, s, span);
            case "npm", "pnpm", "yarn", "bun" -> scripts(program, args, s, span);
            case "pip", "pip3" -> requirements(args, s, span);
            case "docker", "podman", "nerdctl", "docker-compose", "podman-compose" ->
                    containers(program, args, s, span);
            default -> {
                if (!BuildFiles.of(program).isEmpty()) {
                    built(program, args, s, span);
                }
            }
        }
        if (outcome.steps().stream().anyMatch(step -> isProject(program, step))) {
            loaded(program, args, s, span);
        }
        if (outcome.steps().stream().anyMatch(step -> runs(program, step))) {
            fetched(program, s.directory, s, span);
            elsewhere(program, args, s, span);
        }
        ProjectPlaces.foreign(program, args, outcome.steps(), s.directory, walk.world)
                .forEach(place -> foreign(program, place, span));
    }

    /// Containers that a file of Compose describes, which the call or the session wrote.
    private void containers(String program, List<Arg> args, State s, Span span) {
        for (String name : ComposeFile.startedBy(program, args)) {
            text(program, name, s, span)
                    .filter(Text::made)
                    .flatMap(text -> ComposeFile.gives(text.text()))
                    .ifPresent(what ->
                            walk.unknown(
                                    new Gap.Unread(
                                            "the container of `%s`, which would get %s"
                                                    .formatted(name, what)),
                                    span));
        }
    }

    /// Code that is not the project's is judged like a script at its place.
    private void foreign(String program, Place place, Span span) {
        walk.note(new Effect.Run(new Code.Script(place, program, Optional.empty()), span));
    }

    /// A tool of the project that is sent to another directory, which was fetched.
    private void elsewhere(String program, List<Arg> args, State s, Span span) {
        for (Arg arg : args) {
            String text = arg.text().orElse("");
            String path = text.substring(text.startsWith("-") ? text.indexOf('=') + 1 : 0);
            if (path.isEmpty() || path.startsWith("-") || path.contains("://")) {
                continue;
            }
            Place place =
                    Places.of(Value.exact(path), s.directory, World.Use.READ, walk.world)
                            .getFirst();
            if (walk.world.isWritten(place.path())) {
                fetched(program, place, s, span);
            }
        }
    }

    private static boolean isProject(String program, Step step) {
        return step.effect() instanceof Effect.Run(Code.Project(var tool, _), _)
                && tool.equals(program);
    }

    /// A tool of the project that is given code to load from outside it.
    private void loaded(String program, List<Arg> args, State s, Span span) {
        for (int i = 0; i < args.size(); i++) {
            String text = args.get(i).value().prefix();
            int equals = text.indexOf('=');
            String name = equals > 0 ? text.substring(0, equals) : text;
            if (!LOADING.contains(name)) {
                continue;
            }
            String path =
                    equals > 0
                            ? text.substring(equals + 1)
                            : i + 1 < args.size() ? args.get(i + 1).value().prefix() : "";
            if (!path.startsWith("/") && !path.startsWith("../")) {
                continue;
            }
            Place place =
                    Places.of(Value.exact(path), s.directory, World.Use.RUN, walk.world).getFirst();
            if (place.zone() != Zone.WORKSPACE && place.zone() != Zone.SYSTEM) {
                walk.unknown(
                        new Gap.Unread("what `" + program + "` loads from " + place.written()),
                        span);
            }
        }
    }

    /// Whether a package of the project itself is built: `pip install -e .`
    static boolean buildsHere(List<Arg> args, Outcome outcome) {
        return args.stream()
                        .anyMatch(arg ->
                                arg.is("-e")
                                        || arg.is("--editable")
                                        || arg.value().prefix().startsWith("."))
                && outcome.steps().stream()
                        .anyMatch(step ->
                                step.effect() instanceof Effect.Install install
                                        && install.from() == Effect.Install.Provenance.DECLARED);
    }

    private static boolean runs(String program, Step step) {
        return switch (step.effect()) {
            case Effect.Run(Code.Project(var tool, _), _) -> tool.equals(program);
            case Effect.Install install ->
                    install.from() == Effect.Install.Provenance.DECLARED
                            && install.reach() == Effect.Install.Reach.PROJECT;
            default -> false;
        };
    }

    /// Code of a directory that this call brought from another machine.
    private void fetched(String program, Place directory, State s, Span span) {
        if (!directory.isExact()) {
            return;
        }
        walk.at(s);
        Optional<Made> made = walk.world.made(directory.path());
        if (made.isPresent()
                && made.get().data().sources().stream()
                        .anyMatch(Source.Network.class::isInstance)) {
            unread(program, directory, made.get(), span);
        }
    }

    private void unread(String program, Place place, Made made, Span span) {
        walk.note(new Effect.Run(new Code.Script(place, program, Optional.empty()), span));
        walk.note(new Effect.Run(new Code.Inline(program, made.data()), span));
        walk.unknown(new Gap.Unread("what `" + program + "` runs in " + place.written()), span);
    }

    private record Given(
            List<String> words,
            Map<String, String> settings,
            List<String> files,
            String directory) {
        static Given of(List<Arg> args, Set<String> fileOptions, Set<String> directoryOptions) {
            var words = new ArrayList<String>();
            var settings = new HashMap<String, String>();
            var files = new ArrayList<String>();
            String directory = "";
            String waiting = "";
            for (Arg arg : args) {
                String text = arg.text().orElse("");
                int equals = text.indexOf('=');
                String name =
                        text.startsWith("--") && equals > 0 ? text.substring(0, equals) : text;
                if (!waiting.isEmpty()) {
                    if (fileOptions.contains(waiting)) {
                        files.add(text);
                    } else if (directoryOptions.contains(waiting)) {
                        directory = text;
                    }
                    waiting = "";
                } else if (fileOptions.contains(name)
                        || directoryOptions.contains(name)
                        || VALUED.contains(name)) {
                    if (name.equals(text)) {
                        waiting = name;
                    } else if (fileOptions.contains(name)) {
                        files.add(text.substring(equals + 1));
                    } else if (directoryOptions.contains(name)) {
                        directory = text.substring(equals + 1);
                    }
                } else if (!text.startsWith("-") && equals > 0) {
                    settings.put(
                            text.substring(0, equals).replaceAll("[:?+]$", ""),
                            text.substring(equals + 1));
                } else if (!text.isEmpty()
                        && !text.startsWith("-")
                        && !text.chars().allMatch(Character::isDigit)) {
                    words.add(text);
                }
            }
            return new Given(words, settings, files, directory);
        }

        String in(String name) {
            return directory.isEmpty() || name.startsWith("/") ? name : directory + "/" + name;
        }
    }

    private void make(List<Arg> args, State s, Span span) {
        Given given =
                Given.of(args, Set.of("-f", "--file", "--makefile"), Set.of("-C", "--directory"));
        if (given.files().contains("-")) {
            String text = s.io.in().data().text().orElse("");
            if (text.isEmpty()) {
                walk.unknown(new Gap.Unread("the makefile on standard input"), span);
            }
            judge(new Makefile(text, given.settings()).commands(given.words()), true, s, span);
            return;
        }
        List<String> names =
                given.files().isEmpty()
                        ? List.of("GNUmakefile", "makefile", "Makefile")
                        : given.files();
        for (String name : names) {
            Optional<Text> text = text("make", given.in(name), s, span);
            if (text.isPresent()) {
                Text whole = included(text.get(), given, s, span, 0);
                var makefile = new Makefile(whole.text(), given.settings());
                once(whole, makefile.commands(given.words()), s, span);
                return;
            }
        }
    }

    /// A makefile with those that it includes by name.
    private Text included(Text makefile, Given given, State s, Span span, int depth) {
        Text whole = makefile;
        for (String name : Makefile.includes(makefile.text())) {
            Optional<Text> other =
                    depth < DEEPEST ? text("make", given.in(name), s, span) : Optional.empty();
            if (other.isPresent()) {
                Text part = included(other.get(), given, s, span, depth + 1);
                whole =
                        new Text(
                                whole.path(),
                                whole.text() + "\n" + part.text(),
                                whole.made() && part.made(),
                                whole.changed() || part.changed());
            }
        }
        return whole;
    }

    /// Build files of other tools that the session wrote or changed: what the tool runs of them.
    private void built(String program, List<Arg> args, State s, Span span) {
        Given given =
                Given.of(
                        args,
                        Set.of(
                                "-f",
                                "--file",
                                "--justfile",
                                "-t",
                                "--taskfile",
                                "-b",
                                "--build-file"),
                        Set.of("-C", "--project-dir", "-p", "-d", "--dir"));
        List<String> names = given.files().isEmpty() ? BuildFiles.of(program) : given.files();
        for (String name : names) {
            text(program, given.in(name), s, span)
                    .filter(Text::changed)
                    .ifPresent(text ->
                            weighed(
                                    text,
                                    BuildFiles.commands(text.path(), text.text(), given.words()),
                                    s,
                                    span));
        }
    }

    /// Not all of a file runs each time: of what the session wrote in it, what is weighty counts.
    private void weighed(Text text, List<String> commands, State s, Span span) {
        once(new Text(text.path(), text.text(), false, true), commands, s, span);
    }

    private void scripts(String program, List<Arg> args, State s, Span span) {
        if (args.stream().anyMatch(arg -> arg.is("--ignore-scripts"))) {
            return;
        }
        Given given = Given.of(args, Set.of(), Set.of("--prefix", "-C", "--cwd", "--dir"));
        text(program, given.in("package.json"), s, span)
                .ifPresent(text ->
                        once(
                                text,
                                new PackageScripts(text.text()).commands(program, given.words()),
                                s,
                                span));
    }

    /// `pip install -r FILE`: lines that name another index, an address or a repository.
    private void requirements(List<Arg> args, State s, Span span) {
        Given given = Given.of(args, Set.of("-r", "--requirement"), Set.of());
        if (!given.words().contains("install")) {
            return;
        }
        for (String file : given.files()) {
            text("pip", file, s, span)
                    .ifPresent(text ->
                            text.text()
                                    .lines()
                                    .map(String::strip)
                                    .filter(Requirements::isElsewhere)
                                    .limit(8)
                                    .forEach(line -> otherIndex(line, span)));
        }
    }

    private void otherIndex(String line, Span span) {
        walk.note(
                new Effect.Install(
                        "pypi",
                        line,
                        Effect.Install.Provenance.ELSEWHERE,
                        Effect.Install.Reach.PROJECT,
                        span));
    }

    /// @param made whether the call or the session wrote all of it
    /// @param changed whether they wrote something in it
    private record Text(String path, String text, boolean made, boolean changed) {}

    private Optional<Text> text(String program, String name, State s, Span span) {
        walk.at(s);
        Place place =
                Places.of(Value.exact(name), s.directory, World.Use.READ, walk.world).getFirst();
        if (!place.isExact() || place.path().startsWith("/dev/")) {
            return Optional.empty();
        }
        Optional<Made> made = walk.world.made(place.path());
        return switch (walk.world.content(place.path())) {
            case World.Content.Text(var text, _) ->
                    Optional.of(
                            new Text(
                                    place.path(),
                                    text,
                                    made.isPresent(),
                                    walk.world.isChanged(place.path())));
            case World.Content.Unread _, World.Content.Absent _ -> {
                if (made.isPresent()
                        && !made.get().gone()
                        && walk.world.isWritten(place.path())
                        && !ScriptFiles.isBuilt(made.get(), place)) {
                    unread(program, place, made.get(), span);
                }
                yield Optional.empty();
            }
        };
    }

    /// Recipes that lead back to themselves are read once.
    private void once(Text text, List<String> commands, State s, Span span) {
        String key = text.path() + commands;
        if (open.size() < DEEPEST && open.add(key)) {
            if (text.changed()) {
                walk.own(() -> judge(commands, text.made(), s, span));
            } else {
                judge(commands, text.made(), s, span);
            }
            open.remove(key);
        }
    }

    private void judge(List<String> commands, boolean made, State s, Span span) {
        if (commands.isEmpty()) {
            return;
        }
        Sink out = Sink.taken(0);
        Outcome outcome =
                walk.apart(
                        () -> {
                            for (String command : commands) {
                                State inner = s.copy();
                                inner.io = Io.of(s.io.in(), out, Sink.nowhere());
                                walk.at(inner);
                                walk.shell(
                                        inner, () -> programs.texts.parsed(command, span, inner));
                            }
                        },
                        out);
        for (Step step : outcome.steps()) {
            if (made || Grave.is(step.effect()) || walk.brought.contains(step.effect())) {
                walk.note(step.effect(), false);
            }
        }
        s.io.out().append(outcome.output().changed(), walk.doubt);
        walk.at(s);
    }
}
