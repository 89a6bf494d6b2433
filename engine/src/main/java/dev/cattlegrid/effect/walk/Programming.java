package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.code.CodeReader;
import dev.cattlegrid.effect.code.Languages;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Opener;
import dev.cattlegrid.effect.program.Outcome;
import dev.cattlegrid.effect.program.Programs;
import dev.cattlegrid.effect.program.Reader;
import dev.cattlegrid.effect.world.PathText;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs that start: their readers are asked, and whatever they start in their turn is opened here.
final class Programming implements Opener {
    /// The gate's launcher, wherever it lies: what it does is not for its script to say.
    private static final String GATE = "cattlegrid";

    /// A name that may be one of so many is followed for each.
    static final int NAMES = 8;

    private final Walk walk;
    final ShellTexts texts;
    private final ScriptFiles files;
    private final ProjectFiles project;
    private final Along along;
    private final Absorber absorber;

    /// How many commands the program that is being read has opened, and how the last of them ended.
    private int opened;

    private Status ended = Status.UNKNOWN;

    Programming(Walk walk) {
        this.walk = walk;
        this.files = new ScriptFiles(walk, this);
        this.texts = new ShellTexts(walk, files);
        this.project = new ProjectFiles(walk, this);
        this.along = new Along(walk, this);
        this.absorber = new Absorber(walk);
    }

    /// Starts what the words name, without looking for functions or builtins of the shell.
    void start(List<Arg> words, Map<String, Arg> environment, State s, Span span) {
        walk.at(s);
        s.status = Status.UNKNOWN;
        Arg first = words.getFirst();
        if (!first.splits()
                && first.value() instanceof Value.OneOf(var names)
                && names.size() <= NAMES) {
            walk.doubt++;
            for (String name : names) {
                var named = new ArrayList<>(words);
                named.set(0, new Arg(Value.exact(name), first.data(), false, first.span()));
                start(named, environment, s, span);
            }
            walk.doubt--;
            return;
        }
        List<List<Arg>> lines = walk.expansion.alternatives(words, s);
        if (!lines.isEmpty()) {
            walk.doubt++;
            lines.stream()
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> start(line, environment, s, span));
            walk.doubt--;
            return;
        }
        Optional<String> name = first.text();
        if (name.isEmpty()) {
            unnamed(words, s, span);
            return;
        }
        if (!walk.meter.command() || !walk.meter.enter()) {
            walk.exhausted("programs are nested too deeply", span);
            walk.meter.leave();
            return;
        }
        program(name.get(), words, environment, s, span);
        walk.meter.leave();
    }

    /// A file that the session wrote and that PATH finds before the program that bears its name.
    private Optional<String> planted(String name, Map<String, Arg> environment, State s) {
        Variable variable = s.variables().get("PATH");
        Arg path =
                environment.getOrDefault(
                        "PATH",
                        variable == null ? Arg.exact("", Span.NONE) : arg(variable.scalar()));
        if (!s.directory.isExact()) {
            return Optional.empty();
        }
        String first = path.value().prefix();
        String complete =
                path.text().isPresent() ? first : first.substring(0, first.lastIndexOf(':') + 1);
        return Stream.of(complete.split(":"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> PathText.resolve(s.directory.path(), directory + "/" + name))
                .filter(walk.world::isWritten)
                .findFirst();
    }

    private static boolean isGate(String path) {
        return path.substring(path.lastIndexOf('/') + 1).equals(GATE);
    }

    private void unnamed(List<Arg> words, State s, Span span) {
        Arg first = words.getFirst();
        String why = Values.why(first.value());
        walk.unknown(new Gap.UnknownValue(why.isEmpty() ? "which program runs" : why), span);
        s.io.out().append(Args.joined(words).data().changed(), walk.doubt);
    }

    private void program(
            String name, List<Arg> words, Map<String, Arg> environment, State s, Span span) {
        if (name.isEmpty()) {
            return;
        }
        List<Arg> args = words.subList(1, words.size());
        String base = name.substring(name.lastIndexOf('/') + 1);
        Invocation call =
                new Invocation(
                        base,
                        args,
                        environment(environment, s),
                        s.io.in().data(),
                        s.io.in().piped(),
                        s.directory,
                        walk.world,
                        walk.contained,
                        s.raised,
                        span);
        if (Installed.isBuiltin(name, base)) {
            walk.simple.builtin(base, words, call.environment(), s, span);
            return;
        }
        if (name.indexOf('/') >= 0 && !isGate(name) && files.isOwn(name, s)) {
            Reader own = Programs.watching((start, _) -> file(words.getFirst(), args, start));
            absorber.absorb(own.read(call, this), base, args, s, span);
            return;
        }
        if (walk.typed && Typing.takesOrders(call)) {
            walk.unknown(new Gap.Unread("what is typed into `" + base + "` later"), span);
        }
        Optional<String> planted =
                name.indexOf('/') < 0 ? planted(name, call.environment(), s) : Optional.empty();
        if (planted.isPresent()) {
            var own = new ArrayList<>(words);
            own.set(0, Arg.exact(planted.get(), words.getFirst().span()));
            program(planted.get(), own, environment, s, span);
            return;
        }
        Optional<Reader> reader = Programs.of(base);
        walk.note(new Effect.Run(new Code.Program(name, Arg.line(words)), span));
        if (reader.isPresent()) {
            int outside = opened;
            opened = 0;
            Outcome outcome = reader.get().read(call, this);
            boolean passes = opened == 1 && Installed.passesStatus(base);
            Status status = passes ? ended : Status.UNKNOWN;
            opened = outside;
            absorber.absorb(outcome, base, args, s, span);
            project.started(base, args, outcome, s, span);
            alongside(call, outcome);
            s.status = passes ? status : s.status;
        } else {
            if (walk.cmdlets && Languages.isCmdlet(name)) {
                walk.metCmdlet = true;
            } else if (!asksAboutItself(args)) {
                walk.unknown(new Gap.UnknownProgram(base), span);
            }
            Data out = Data.of(new Source.Program(base)).with(call.stdin());
            absorber.absorb(new Outcome(List.of(), out.changed()), base, args, s, span);
        }
    }

    /// What the session wrote and a tool of the project takes up.
    private void alongside(Invocation call, Outcome outcome) {
        for (Step step : outcome.steps()) {
            if (step.effect() instanceof Effect.Run(Code.Project(var tool, var what), _)
                    && call.name().startsWith(tool)) {
                along.tool(call.name(), what, call).steps().forEach(this::include);
            }
        }
        if (ProjectFiles.buildsHere(call.args(), outcome)) {
            along.tool(call.name(), "", call).steps().forEach(this::include);
        }
    }

    private static boolean asksAboutItself(List<Arg> args) {
        return args.size() == 1
                && (args.getFirst().is("--version") || args.getFirst().is("--help"));
    }

    /// What assignments of the call put into the environment of a program.
    private Map<String, Arg> environment(Map<String, Arg> own, State s) {
        if (s.variables().isEmpty()) {
            own.keySet().forEach(this::gated);
            return own;
        }
        var all = new LinkedHashMap<String, Arg>();
        boolean every = s.option("a") || s.option("allexport");
        own.keySet().forEach(this::gated);
        s.variables()
                .forEach((name, variable) -> {
                    if ((variable.exported() || every)
                            && variable.presence() != Variable.Presence.UNSET) {
                        gated(name);
                        all.put(name, arg(variable.scalar()));
                    }
                });
        all.putAll(own);
        return all;
    }

    private void gated(String name) {
        GateVariables.set(name, Span.NONE).ifPresent(walk::note);
    }

    private static Arg arg(Held held) {
        return new Arg(held.value(), held.data(), false, Span.NONE);
    }

    /// What the agent gets to see of the environment.
    void shown(Data data, State s, Span span) {
        absorber.shown(data, s, span);
    }

    @Override
    public Outcome command(List<Arg> words, Invocation from) {
        if (words.isEmpty()) {
            return Outcome.NOTHING;
        }
        Sink out = Sink.taken(0);
        State outer = walk.at();
        return walk.apart(
                () -> {
                    State inner = started(from, out, true);
                    walk.shell(
                            inner,
                            () -> {
                                Span span =
                                        words.getFirst().span().equals(Span.NONE)
                                                ? from.span()
                                                : span(words);
                                Optional<String> name = words.getFirst().text();
                                boolean builtin =
                                        name.isPresent()
                                                && Builtins.canBeStarted(name.get())
                                                && walk.simple.builtin(
                                                        name.get(),
                                                        words,
                                                        from.environment(),
                                                        inner,
                                                        span);
                                if (!builtin) {
                                    start(words, from.environment(), inner, span);
                                }
                            });
                    ended(inner);
                    pipes(inner, outer);
                },
                out);
    }

    private void ended(State inner) {
        opened++;
        ended = inner.status;
    }

    /// What was written to the pipes of process substitutions is there for whoever reads them outside.
    private static void pipes(State from, State into) {
        from.files()
                .forEach((path, made) -> {
                    if (Pipes.isPipe(path)) {
                        into.made(path, made);
                    }
                });
    }

    private static Span span(List<Arg> words) {
        Span span = words.getFirst().span();
        Span last = words.getLast().span();
        return last.equals(Span.NONE) ? span : span.to(last);
    }

    /// The shell or process that a program starts.
    private State started(Invocation from, Sink out, boolean keep) {
        State inner = walk.at().child(keep);
        inner.directory = from.directory();
        inner.raised = inner.raised || from.raised();
        Io io = walk.at().io;
        inner.io =
                new Io(
                        new Io.Input(from.stdin(), from.piped()),
                        out,
                        Sink.nowhere(),
                        walk.around > 0 ? io.doubtful() : io.others());
        if (!keep) {
            from.environment()
                    .forEach((name, value) ->
                            inner.set(
                                    name,
                                    Variable.of(new Held(value.value(), value.data().sources()))
                                            .exported(true)));
        }
        return inner;
    }

    @Override
    public Outcome script(Arg text, List<Arg> positional, Invocation from) {
        if (walk.typed && Typing.isTyped(text)) {
            return Typing.code(from);
        }
        Sink out = Sink.taken(0);
        return walk.apart(
                () -> {
                    State inner = started(from, out, false);
                    if (from.stdin().text().equals(text.value().known())) {
                        // What is left of the script is all that its commands could read.
                        inner.io = inner.io.in(new Io.Input(from.stdin(), false));
                    }
                    arguments(positional, inner);
                    walk.shell(inner, () -> texts.text(text, from.name(), inner));
                },
                out);
    }

    static void arguments(List<Arg> positional, State s) {
        if (!positional.isEmpty()) {
            Arg zero = positional.getFirst();
            s.zero = new Held(zero.value(), zero.data().sources());
            s.positional = new ArrayList<>(positional.subList(1, positional.size()));
        }
    }

    @Override
    public Outcome code(String language, Arg text, List<Arg> arguments, Invocation from) {
        if (walk.typed && Typing.isTyped(text)) {
            return Typing.code(from);
        }
        var notes = new Outcome.Notes();
        notes.must(new Effect.Run(new Code.Inline(language, text.data()), text.span()));
        Optional<CodeReader> reader = Languages.of(language);
        if (reader.isPresent() && walk.meter.command()) {
            notes.include(reader.get().read(text, arguments, from, this));
            text.text()
                    .map(code -> along.imports(language, code, from))
                    .ifPresent(
                            outcome -> outcome.steps().forEach(step -> notes.may(step.effect())));
        } else {
            notes.must(
                    new Effect.Unknown(
                            new Gap.Unread("code in " + language), Bound.ANYTHING, text.span()));
            notes.output(text.data().changed().with(from.stdin().changed()));
        }
        return notes.done();
    }

    @Override
    public Outcome file(Arg path, List<Arg> arguments, Invocation from) {
        if (isGate(path.value().prefix())) {
            var words = new ArrayList<>(List.of(path));
            words.addAll(arguments);
            return command(words, from);
        }
        if (!walk.meter.enter()) {
            walk.meter.leave();
            return new Outcome.Notes()
                    .must(
                            new Effect.Unknown(
                                    new Gap.Budget("scripts are nested too deeply"),
                                    Bound.ANYTHING,
                                    from.span()))
                    .done();
        }
        Sink out = Sink.taken(0);
        Outcome outcome =
                walk.apart(
                        () -> {
                            State inner = started(from, out, false);
                            walk.at(inner);
                            files.run(path, arguments, from, inner);
                            framework(path, arguments, from);
                        },
                        out);
        walk.meter.leave();
        return outcome;
    }

    /// A script of the project by which a framework is told what to do: `manage.py test`.
    private void framework(Arg path, List<Arg> arguments, Invocation from) {
        String name = path.value().prefix();
        String base = name.substring(name.lastIndexOf('/') + 1);
        along.tool(base, Arg.line(arguments), from).steps().forEach(this::include);
    }

    /// A step of something that was read apart.
    void include(Step step) {
        walk.note(step.effect(), step.certainty() == Step.Certainty.MUST);
    }
}
