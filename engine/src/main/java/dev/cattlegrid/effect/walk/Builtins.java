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
import dev.cattlegrid.shell.Parsed;
import dev.cattlegrid.shell.Parser;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.HashMap;
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

    private final Walk walk;
    private final Declarations declarations;
    private final Texts texts;
    private final Moves moves;

    Builtins(Walk walk) {
        this.walk = walk;
        this.declarations = new Declarations(walk);
        this.texts = new Texts(walk);
        this.moves = new Moves(walk);
    }

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    static boolean isProgram(String name) {
        return PROGRAMS.contains(name);
    }

    Declarations declarations() {
        return declarations;
    }

    void run(String name, List<Arg> args, Map<String, Arg> environment, State s, Span span) {
        walk.at(s);
        s.status = Status.TRUE;
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
            case "unset" -> unset(args, s, span);
            case "set" -> set(args, s, span);
            case "shift" -> shift(args, s);
            case "eval" -> eval(args, s);
            case "source", "." -> walk.programs.source(args, s, span);
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
            case "exit", "logout" -> {
                s.status = given(args);
                leaveShell(s);
            }
            case "return" -> {
                s.status = given(args);
                leaveFunction(s);
            }
            case "break", "continue" -> leaveLoop(name, args, s);
            case "trap" -> trap(args, s);
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
                alias(args, s);
            }
            case "unalias" -> unalias(args, s);
            case "type" -> type(args, s);
            case "wait" -> {
                walk.waited();
                s.status = Status.UNKNOWN;
            }
            case "kill" -> kill(args, s, span);
            case "let" -> let(args, s);
            case "getopts" -> getopts(args, s);
            case "shopt" -> shopt(args, s, span);
            case "enable" -> enable(args, s, span);
            case "history", "fc" -> history(args, s, span);
            case "export", "declare", "typeset", "local", "readonly" -> indirect(name, args, s);
            default -> s.status = Status.UNKNOWN;
        }
    }

    private void unset(List<Arg> args, State s, Span span) {
        for (Arg arg : args) {
            Optional<String> name = arg.text();
            if (name.isEmpty() || name.get().startsWith("-")) {
                continue;
            }
            if (args.getFirst().is("-n")) {
                s.refer(name.get(), Optional.empty());
                continue;
            }
            Recording.unset(name.get(), span).ifPresent(walk::note);
            s.set(name.get(), Variable.UNSET);
            if (s.function(name.get()).isPresent()) {
                s.undefine(name.get());
            }
        }
    }

    private void set(List<Arg> args, State s, Span span) {
        if (args.isEmpty()) {
            Data all = Data.of(new Source.Environment());
            s.io.out().append(all, walk.doubt);
            walk.programs.shown(all, s, span);
            return;
        }
        int at = 0;
        while (at < args.size()) {
            Optional<String> text = args.get(at).text();
            if (text.isEmpty()
                    || text.get().length() < 2
                    || !"-+".contains(text.get().substring(0, 1))) {
                break;
            }
            at++;
            if (text.get().equals("--")) {
                positional(args.subList(at, args.size()), s);
                return;
            }
            boolean on = text.get().startsWith("-");
            if (text.get().endsWith("o") && at < args.size()) {
                Recording.option(args.get(at).value().prefix(), on, span).ifPresent(walk::note);
                args.get(at).text().ifPresent(option -> s.option(option, on));
                at++;
            }
            for (char flag : text.get().substring(1).toCharArray()) {
                s.option(Character.toString(flag), on);
            }
        }
        if (at < args.size()) {
            int from = args.get(at).is("-") ? at + 1 : at;
            positional(args.subList(from, args.size()), s);
        }
    }

    private static void positional(List<Arg> args, State s) {
        s.positional = new ArrayList<>(args);
        s.positionalOpen = false;
    }

    private static void shift(List<Arg> args, State s) {
        Optional<Long> count =
                args.isEmpty() ? Optional.of(1L) : args.getFirst().text().flatMap(Numbers::decimal);
        if (count.isEmpty() || count.get() < 0 || s.positional.stream().anyMatch(Arg::splits)) {
            s.positional = List.of();
            s.positionalOpen = true;
            s.status = Status.UNKNOWN;
        } else if (count.get() > s.positional.size()) {
            s.status = s.positionalOpen ? Status.UNKNOWN : Status.FALSE;
        } else {
            s.shift(count.get().intValue());
        }
    }

    private void eval(List<Arg> args, State s) {
        if (args.isEmpty()) {
            return;
        }
        walk.programs.evaluate(Args.joined(args), s);
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
        leaveShell(s);
    }

    private void leaveShell(State s) {
        for (Frame f = walk.frame; f != null; f = f.outer) {
            if (f.kind == Frame.Kind.SHELL) {
                f.leftIn(s);
                break;
            }
        }
        s.course = State.Course.SHELL_LEFT;
    }

    /// The status that `exit` and `return` are given; without one it is that of the last command.
    private static Status given(List<Arg> args) {
        return args.isEmpty()
                ? Status.UNKNOWN
                : args.getFirst()
                        .text()
                        .flatMap(Numbers::decimal)
                        .map(number -> Status.of(number % 256 == 0))
                        .orElse(Status.UNKNOWN);
    }

    private void leaveFunction(State s) {
        for (Frame f = walk.frame; f != null; f = f.outer) {
            if (f.kind != Frame.Kind.LOOP) {
                f.leftIn(s);
                break;
            }
        }
        s.course = State.Course.FUNCTION_LEFT;
    }

    private void leaveLoop(String name, List<Arg> args, State s) {
        long levels =
                args.isEmpty() ? 1 : args.getFirst().text().flatMap(Numbers::decimal).orElse(1L);
        for (Frame f = walk.frame; f != null && f.kind == Frame.Kind.LOOP; f = f.outer) {
            levels--;
            boolean last = f.outer == null || f.outer.kind != Frame.Kind.LOOP;
            if (levels <= 0 || last) {
                if (name.equals("continue")) {
                    f.continues(s);
                } else {
                    f.leftIn(s);
                }
                s.course = State.Course.ROUND_LEFT;
                return;
            }
        }
    }

    /// What a trap does may happen at any time from now on; at the shell's end it certainly does.
    private void trap(List<Arg> args, State s) {
        List<Arg> rest =
                !args.isEmpty() && args.getFirst().is("--") ? args.subList(1, args.size()) : args;
        if (rest.size() < 2 || rest.getFirst().value().prefix().startsWith("-")) {
            return;
        }
        Arg body = rest.getFirst();
        boolean atExit = rest.stream().skip(1).anyMatch(arg -> arg.is("EXIT") || arg.is("0"));
        boolean others = rest.stream().skip(1).anyMatch(arg -> !arg.is("EXIT") && !arg.is("0"));
        if (body.text().filter(String::isEmpty).isPresent()) {
            return;
        }
        body.text()
                .filter(text -> Recorders.inTrap(text, rest.subList(1, rest.size())))
                .ifPresent(text -> walk.note(Recorders.found("trap", body.span())));
        if (body.text().isEmpty() || others) {
            State maybe = s.copy();
            walk.doubt++;
            walk.shell(maybe, () -> walk.programs.evaluate(body, maybe));
            walk.doubt--;
            walk.at(s);
        }
        if (atExit
                && body.text().isPresent()
                && Parser.parse(body.text().get()) instanceof Parsed.Tree(var script)) {
            s.onExit = Optional.of(script);
        }
    }

    private static void alias(List<Arg> args, State s) {
        var all = new HashMap<>(s.aliases);
        for (Arg arg : args) {
            String text = arg.text().orElse("");
            int equals = text.indexOf('=');
            if (equals > 0) {
                all.put(text.substring(0, equals), text.substring(equals + 1));
            }
        }
        s.aliases = Map.copyOf(all);
    }

    private static void unalias(List<Arg> args, State s) {
        var all = new HashMap<>(s.aliases);
        for (Arg arg : args) {
            arg.text().ifPresent(all::remove);
        }
        s.aliases = args.stream().anyMatch(arg -> arg.is("-a")) ? Map.of() : Map.copyOf(all);
    }

    private void kill(List<Arg> args, State s, Span span) {
        s.status = Status.UNKNOWN;
        String signal = "TERM";
        int at = 0;
        while (at < args.size()) {
            String text = args.get(at).value().prefix();
            if (text.equals("--")) {
                at++;
                break;
            }
            if (text.equals("-l") || text.equals("-L")) {
                return;
            }
            if (text.equals("-s") || text.equals("-n")) {
                signal = at + 1 < args.size() ? args.get(at + 1).value().prefix() : signal;
                at += 2;
                continue;
            }
            boolean all = text.startsWith("-") && at > 0;
            if (!text.startsWith("-") || all) {
                break;
            }
            signal = text.substring(1);
            at++;
        }
        if (signal.equals("0")) {
            return;
        }
        for (Arg target : args.subList(Math.min(at, args.size()), args.size())) {
            String shown = target.value().prefix();
            walk.note(new Effect.Signal(whom(target), shown, signal, span));
        }
    }

    private static Effect.Signal.Whom whom(Arg target) {
        Optional<String> text = target.text();
        boolean own =
                target.data().sources().contains(Parameters.OWN_JOB)
                        || text.filter(t -> t.startsWith("%")).isPresent();
        if (own) {
            return Effect.Signal.Whom.OWN;
        }
        boolean all =
                text.filter(t -> t.equals("-1") || t.equals("1") || t.equals("0")).isPresent();
        return all && !text.filter("0"::equals).isPresent()
                ? Effect.Signal.Whom.ALL
                : text.filter("0"::equals).isPresent()
                        ? Effect.Signal.Whom.OWN
                        : Effect.Signal.Whom.NAMED;
    }

    private void let(List<Arg> args, State s) {
        s.status = Status.UNKNOWN;
        for (Arg arg : args) {
            Optional<Long> value =
                    walk.expansion
                            .arithmetic()
                            .evaluate(new Held(arg.value(), arg.data().sources()), s);
            s.status = value.map(number -> Status.of(number != 0)).orElse(Status.UNKNOWN);
        }
    }

    private static void getopts(List<Arg> args, State s) {
        s.status = Status.UNKNOWN;
        if (args.size() >= 2) {
            args.get(1).text().ifPresent(name -> s.set(name, Variable.of(Held.oneName())));
        }
        s.set("OPTIND", Variable.of(Held.oneName()));
        s.set("OPTARG", Variable.of(Held.unknown("`$OPTARG` is not known")));
    }

    private void shopt(List<Arg> args, State s, Span span) {
        boolean on = args.stream().anyMatch(arg -> arg.is("-s"));
        boolean off = args.stream().anyMatch(arg -> arg.is("-u"));
        if (on || off) {
            for (Arg arg : args) {
                Recording.option(arg.value().prefix(), on, span).ifPresent(walk::note);
            }
            args.forEach(arg ->
                    arg.text().filter(t -> !t.startsWith("-")).ifPresent(t -> s.option(t, on)));
        }
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
