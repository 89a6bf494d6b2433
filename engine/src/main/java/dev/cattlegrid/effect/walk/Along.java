package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.code.Languages;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Outcome;
import dev.cattlegrid.effect.world.PathText;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Files that the session wrote and that run along with what a call starts: modules that a script imports, tests that a
/// runner finds, a build's own scripts.
///
/// By their place they are the project's code, by their making the agent's. So more of them counts than of the project's
/// own: whatever loses, discards or hands on something that can be named. Which of their functions are called is not
/// followed: those that the code around them names count as called.
final class Along {
    private static final int MOST = 64;
    private static final int LONGEST = 65_536;
    private static final int DEEPEST = 3;

    /// Lines on which one file brings in another.
    private static final Pattern LOADING =
            Pattern.compile(
                    "\\b(?:import|from|require|require_relative|use|mod|include|load|autoload|do|export|__import__|"
                            + "import_module|runpy|run_path|exec)\\b");

    /// What a file must hold somewhere to do anything that counts here.
    private static final Pattern REACHING =
            Pattern.compile(
                    "(?i)\\brm|remove|unlink|delete|exec|spawn|system|popen|subprocess|process|push|reset|"
                            + "clean|drop|truncate|destroy|fetch|request|post|send|socket|urlopen|http|command|[$`]");

    /// Python files whose functions are handed something that runs commands.
    private static final Set<String> TASKS = Set.of("noxfile", "tasks", "fabfile");

    private final Walk walk;
    private final Programming programs;
    private int depth;

    Along(Walk walk, Programming programs) {
        this.walk = walk;
        this.programs = programs;
    }

    private record Written(String path, String language, String text) {
        /// The name under which other files load it.
        String module() {
            String base = path.substring(path.lastIndexOf('/') + 1);
            int dot = base.indexOf('.');
            String name = dot > 0 ? base.substring(0, dot) : base;
            if (Set.of("__init__", "__main__", "index", "mod", "init").contains(name)) {
                String directory = path.substring(0, path.lastIndexOf('/'));
                return directory.substring(directory.lastIndexOf('/') + 1);
            }
            return name;
        }
    }

    /// What code brings in: the files of the session that it loads by name.
    Outcome imports(String language, String text, Invocation from) {
        Set<String> own = family(language);
        if (depth >= DEEPEST || own.isEmpty()) {
            return Outcome.NOTHING;
        }
        List<Written> written = written(from.directory(), own);
        return written.isEmpty()
                ? Outcome.NOTHING
                : effects(
                        reached(List.of(text, options(from)), List.of(), written),
                        List.of(),
                        text,
                        from);
    }

    /// Modules that options load: `perl -MFile::Find`, `ruby -r./lib`, `node --require ./x`.
    private static String options(Invocation from) {
        var line = new StringBuilder("import");
        String before = "";
        for (Arg arg : from.args()) {
            String text = arg.text().orElse("");
            if (text.length() > 2 && text.matches("-[MmrI].*")) {
                line.append(' ').append(text.substring(2));
            } else if (Set.of("-r", "--require", "--import", "--loader").contains(before)) {
                line.append(' ').append(text);
            }
            before = text;
        }
        return line.toString();
    }

    private static Set<String> family(String language) {
        return switch (language) {
            case "python", "python2", "python3" -> Set.of("python");
            case "javascript", "js", "node", "typescript" -> Set.of("javascript", "typescript");
            case "ruby", "perl", "php", "lua" -> Set.of(language);
            default -> Set.of();
        };
    }

    /// What a tool of the project takes up, unasked or because its words name it.
    Outcome tool(String program, String what, Invocation from) {
        if (depth >= DEEPEST || !Runners.isKnown(program)) {
            return Outcome.NOTHING;
        }
        List<Written> written =
                written(from.directory(), Set.of()).stream()
                        .filter(file -> Runners.loads(program, what, file.language()))
                        .toList();
        List<Written> first =
                written.stream()
                        .filter(file ->
                                Runners.runs(program, what, file.path())
                                        || names(what, file.module()))
                        .toList();
        var texts = new ArrayList<>(first.stream().map(Written::text).toList());
        if (!written.isEmpty()) {
            texts.addAll(named(from));
        }
        return effects(reached(texts, first, written), first, String.join("\n", texts), from);
    }

    /// The texts of files that the words of a tool name.
    private List<String> named(Invocation from) {
        var texts = new ArrayList<String>();
        for (Arg arg : from.args()) {
            String name = arg.text().orElse("");
            if (name.indexOf('.') > 0 && from.directory().isExact()) {
                String path = PathText.resolve(from.directory().path(), name);
                if (walk.world.content(path) instanceof World.Content.Text(var text, _)) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    /// @param languages that count; none: all
    private List<Written> written(Place directory, Set<String> languages) {
        var roots = new LinkedHashSet<String>(walk.world.workspaces());
        roots.addAll(walk.world.scratch());
        if (directory.isExact()) {
            roots.add(directory.path());
        }
        var paths = new LinkedHashSet<String>();
        roots.forEach(root -> paths.addAll(walk.world.writtenInto(root)));
        var found = new ArrayList<Written>();
        for (String path : paths) {
            boolean wanted =
                    Runners.language(path, "#!sh")
                            .filter(l -> languages.isEmpty() || languages.contains(l))
                            .isPresent();
            if (wanted
                    && found.size() < MOST
                    && walk.world.content(path) instanceof World.Content.Text(var text, _)
                    && text.length() <= LONGEST) {
                Runners.language(path, text)
                        .filter(l -> languages.isEmpty() || languages.contains(l))
                        .ifPresent(language -> found.add(new Written(path, language, text)));
            }
        }
        return found;
    }

    /// The files that texts load, and those that these load in their turn.
    private static List<Written> reached(
            List<String> texts, List<Written> first, List<Written> written) {
        var reached = new LinkedHashSet<Written>(first);
        var open = new ArrayList<>(texts);
        while (!open.isEmpty()) {
            String loading =
                    open.removeLast()
                            .lines()
                            .filter(line -> LOADING.matcher(line).find())
                            .collect(Collectors.joining("\n"));
            for (Written file : written) {
                if (!reached.contains(file) && names(loading, file.module())) {
                    reached.add(file);
                    open.add(file.text());
                }
            }
        }
        return List.copyOf(reached);
    }

    private static boolean names(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            if ((at == 0 || !isNamePart(text.charAt(at - 1)))
                    && (end == text.length() || !isNamePart(text.charAt(end)))) {
                return !name.isEmpty();
            }
        }
        return false;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    /// @param first those of the files that run of themselves, with all that is in them
    /// @param around the text that calls the others
    private Outcome effects(
            List<Written> files, List<Written> first, String around, Invocation from) {
        String texts =
                files.stream()
                        .map(Written::text)
                        .collect(Collectors.joining("\n", around + "\n", ""));
        var notes = new Outcome.Notes();
        depth++;
        for (Written file : files) {
            if (!REACHING.matcher(file.text()).find()) {
                continue;
            }
            Predicate<String> called =
                    first.contains(file)
                            ? name -> true
                            : name -> isCalledIn(texts, file.text(), name);
            List<Effect> weighty =
                    read(file, called, from).steps().stream()
                            .map(Step::effect)
                            .filter(Grave::isWeighty)
                            .toList();
            if (!weighty.isEmpty()) {
                Place place = Places.of(file.path(), World.Use.RUN, walk.world);
                notes.may(
                        new Effect.Run(
                                new Code.Script(place, file.language(), Optional.empty()),
                                from.span()));
                weighty.forEach(notes::may);
                walk.brought.addAll(weighty);
            }
        }
        depth--;
        return notes.done();
    }

    /// Whether other texts, or its own in another place than where it is defined, name a function.
    private static boolean isCalledIn(String texts, String own, String name) {
        return count(texts, name) > 1 || count(own, name) == 0;
    }

    private static int count(String text, String name) {
        int count = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean whole =
                    (at == 0 || !isNamePart(text.charAt(at - 1)))
                            && (end == text.length() || !isNamePart(text.charAt(end)));
            count += whole ? 1 : 0;
        }
        return count;
    }

    private Outcome read(Written file, Predicate<String> called, Invocation from) {
        Sink out = Sink.taken(0);
        return walk.apart(
                () -> {
                    State inner = walk.at().copy();
                    inner.directory = from.directory();
                    inner.io = Io.of(Io.Input.NONE, out, Sink.nowhere());
                    walk.at(inner);
                    if (Spelled.knows(file.language())) {
                        run(commands(file, from), from.span(), inner);
                    } else if (file.language().equals("bash")) {
                        run(List.of(file.text()), from.span(), inner);
                    } else {
                        if (TASKS.contains(file.module())) {
                            run(Spelled.in(Spelled.TASKS, file.text()), from.span(), inner);
                        }
                        Arg text = Arg.exact(file.text(), from.span());
                        Languages.of(file.language(), called)
                                .map(reader -> reader.read(text, List.of(), from, programs))
                                .ifPresent(outcome -> outcome.steps().forEach(programs::include));
                    }
                },
                out);
    }

    private static List<String> commands(Written file, Invocation from) {
        boolean generates =
                from.name().equals("go")
                        && from.args().stream()
                                .findFirst()
                                .filter(arg -> arg.is("generate"))
                                .isPresent();
        return generates
                ? Spelled.generated(file.text())
                : Spelled.in(file.language(), file.text());
    }

    private void run(List<String> commands, Span span, State inner) {
        for (String command : commands) {
            State own = inner.copy();
            walk.shell(own, () -> programs.texts.parsed(command, span, own));
        }
    }
}
