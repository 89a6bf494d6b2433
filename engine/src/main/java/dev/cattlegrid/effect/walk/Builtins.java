package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The builtins of bash (manual, chapter 4): what they do to the shell, and what little they do outside it.
final class Builtins {
    private static final Set<String> NAMES =
            Set.of(
                    ":",
                    "true",
                    "false",
                    "cd",
                    "pushd",
                    "popd",
                    "dirs",
                    "pwd",
                    "echo",
                    "printf",
                    "read",
                    "mapfile",
                    "readarray",
                    "unset",
                    "set",
                    "shift",
                    "eval",
                    "source",
                    ".",
                    "command",
                    "builtin",
                    "exec",
                    "exit",
                    "logout",
                    "return",
                    "break",
                    "continue",
                    "trap",
                    "test",
                    "[",
                    "alias",
                    "unalias",
                    "type",
                    "hash",
                    "wait",
                    "jobs",
                    "kill",
                    "fg",
                    "bg",
                    "disown",
                    "umask",
                    "ulimit",
                    "let",
                    "getopts",
                    "shopt",
                    "enable",
                    "history",
                    "times",
                    "caller",
                    "bind",
                    "complete",
                    "compgen",
                    "compopt",
                    "help",
                    "suspend",
                    "export",
                    "declare",
                    "typeset",
                    "local",
                    "readonly",
                    "fc");

    /// Those that are installed programs as well, so that `env` or `xargs` can start them.
    private static final Set<String> PROGRAMS =
            Set.of("true", "false", "pwd", "echo", "printf", "test", "[", "kill");

    /// Regular builtins that others can start too, and that then change nothing but a process of their own.
    ///
    /// @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap01.html">POSIX.1-2024, XCU 1.7</a>
    private static final Set<String> STARTED =
            Set.of(
                    "alias", "bg", "cd", "command", "fg", "getopts", "hash", "jobs", "read", "type",
                    "ulimit", "umask", "unalias", "wait");

    private final Walk walk;
    private final Declarations declarations;
    private final Texts texts;
    private final Moves moves;
    private final Settings settings;
    private final Exits exits;
    private final Signals signals;

    Builtins(Walk walk) {
        this.walk = walk;
        this.declarations = new Declarations(walk);
        this.texts = new Texts(walk);
        this.moves = new Moves(walk);
        this.settings = new Settings(walk);
        this.exits = new Exits(walk);
        this.signals = new Signals(walk);
    }

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    static boolean isProgram(String name) {
        return PROGRAMS.contains(name);
    }

    /// Whether a program that starts others, as `env` and `xargs` do, finds one of this name.
    static boolean canBeStarted(String name) {
        return isProgram(name) || STARTED.contains(name);
    }

    Declarations declarations() {
        return declarations;
    }

    void run(String name, List<Arg> args, Map<String, Arg> environment, State s, Span span) {
        walk.at(s);
        s.status = Status.TRUE;
        Subscripts.look(name, args, walk, span);
        switch (name) {
            case ":",
                    "true",
                    "hash",
                    "jobs",
                    "umask",
                    "ulimit",
                    "times",
                    "caller",
                    "bind",
                    "complete",
                    "compopt",
                    "compgen",
                    "help",
                    "suspend",
                    "fg",
                    "bg",
                    "disown" -> {}
            case "false" -> s.status = Status.FALSE;
            case "cd", "pushd", "popd", "dirs", "pwd" -> moves.run(name, args, s, span);
            case "echo" -> texts.echo(args, s, span);
            case "printf" -> texts.printf(args, s, span);
            case "read" -> texts.read(args, s);
            case "mapfile", "readarray" -> texts.mapfile(args, s);
            case "unset" -> settings.unset(args, s, span);
            case "set" -> settings.set(args, s, span);
            case "shift" -> Settings.shift(args, s);
            case "eval" -> eval(args, s);
            case "source", "." -> walk.programs.texts.source(args, s, span);
            case "command" -> command(args, environment, s, span);
            case "builtin" -> {
                if (!args.isEmpty() && args.getFirst().text().filter(Builtins::has).isPresent()) {
                    run(
                            args.getFirst().text().get(),
                            args.subList(1, args.size()),
                            environment,
                            s,
                            span);
                }
            }
            case "exec" -> exec(args, environment, s, span);
            case "exit", "logout", "return", "break", "continue" -> exits.run(name, args, s);
            case "trap" -> signals.trap(args, s);
            case "test" -> s.status = new Tests(walk).test(args, s);
            case "[" ->
                    s.status =
                            args.isEmpty()
                                    ? Status.UNKNOWN
                                    : new Tests(walk).test(args.subList(0, args.size() - 1), s);
            case "alias" -> {
                args.stream()
                        .filter(arg -> arg.text().filter(Recorders::inAlias).isPresent())
                        .forEach(arg -> walk.note(Recorders.found("alias", arg.span())));
                Settings.alias(args, s);
            }
            case "unalias" -> Settings.unalias(args, s);
            case "type" -> type(args, s);
            case "wait" -> {
                walk.waited();
                s.status = Status.UNKNOWN;
            }
            case "kill" -> signals.kill(args, s, span);
            case "let" -> settings.let(args, s);
            case "getopts" -> Settings.getopts(args, s);
            case "shopt" -> settings.shopt(args, s, span);
            case "enable" -> enable(args, s, span);
            case "history", "fc" -> history(args, s, span);
            case "export", "declare", "typeset", "local", "readonly" -> indirect(name, args, s);
            default -> s.status = Status.UNKNOWN;
        }
    }

    private void eval(List<Arg> args, State s) {
        if (args.isEmpty()) {
            return;
        }
        walk.programs.texts.evaluate(Args.joined(args), s);
    }

    private void command(List<Arg> args, Map<String, Arg> environment, State s, Span span) {
        int at = 0;
        boolean asks = false;
        while (at < args.size()
                && args.get(at).text().filter(text -> text.startsWith("-")).isPresent()) {
            asks |= args.get(at).is("-v") || args.get(at).is("-V");
            at++;
        }
        if (at == args.size()) {
            return;
        }
        List<Arg> words = args.subList(at, args.size());
        if (asks) {
            asked(words, s);
            return;
        }
        Optional<String> name = words.getFirst().text();
        if (name.isPresent() && has(name.get())) {
            run(name.get(), words.subList(1, words.size()), environment, s, span);
        } else {
            walk.programs.start(words, environment, s, span);
        }
    }

    private void type(List<Arg> args, State s) {
        asked(args.stream().filter(arg -> !arg.value().prefix().startsWith("-")).toList(), s);
    }

    /// Where a command is found: known only for what the shell has itself.
    private void asked(List<Arg> words, State s) {
        s.status = Status.UNKNOWN;
        for (Arg word : words) {
            Optional<String> name = word.text();
            if (name.isPresent() && (has(name.get()) || s.function(name.get()).isPresent())) {
                s.io.out().append(Data.spelled(name.get() + "\n"), walk.doubt);
            } else {
                s.io.out().append(Known.path(word), walk.doubt);
            }
        }
    }

    private void exec(List<Arg> args, Map<String, Arg> environment, State s, Span span) {
        int at = 0;
        while (at < args.size()
                && args.get(at).text().filter(text -> text.startsWith("-")).isPresent()) {
            at += args.get(at).is("-a") ? 2 : 1;
        }
        if (at >= args.size()) {
            return;
        }
        walk.programs.start(args.subList(at, args.size()), environment, s, span);
        s.status = Status.UNKNOWN;
        exits.leaveShell(s);
    }

    /// `enable -f` loads a library into the shell.
    private void enable(List<Arg> args, State s, Span span) {
        for (int i = 0; i + 1 < args.size(); i++) {
            if (args.get(i).is("-f")) {
                for (Place place :
                        Places.of(
                                args.get(i + 1).value(), s.directory, World.Use.RUN, walk.world)) {
                    walk.note(new Effect.Read(place, span));
                    walk.note(
                            new Effect.Unknown(
                                    new Gap.Unread(place.written()), Bound.ANYTHING, span));
                }
            }
        }
    }

    /// The shell's history is a file in the home; it is shown, added to or wiped.
    private void history(List<Arg> args, State s, Span span) {
        Place file =
                Places.of(
                                Value.exact(walk.world.home() + "/.bash_history"),
                                s.directory,
                                World.Use.CHANGE,
                                walk.world)
                        .getFirst();
        boolean wipes =
                args.stream()
                        .anyMatch(arg ->
                                arg.value().prefix().startsWith("-c")
                                        || arg.value().prefix().startsWith("-d"));
        boolean writes =
                args.stream()
                        .anyMatch(arg ->
                                arg.value().prefix().startsWith("-")
                                        && arg.value().prefix().contains("w"));
        if (wipes || writes) {
            walk.note(new Effect.Write(file, Effect.Write.Manner.EDIT, Data.NONE, span));
        } else {
            walk.note(new Effect.Read(file, span));
            s.io.out().append(Data.of(new Source.File(file)), walk.doubt);
        }
    }

    /// A declaring builtin whose name was itself expanded: its words were split as for any other command.
    private void indirect(String name, List<Arg> args, State s) {
        var flags = new StringBuilder();
        boolean named = false;
        for (Arg arg : args) {
            String text = arg.value().prefix();
            boolean option = !named && (text.startsWith("-") || text.startsWith("+"));
            if (option) {
                flags.append(text);
                continue;
            }
            named = true;
            declarations.expanded(name, flags.toString(), arg, s);
        }
        declarations.fixed(name, flags, args, s);
    }
}
