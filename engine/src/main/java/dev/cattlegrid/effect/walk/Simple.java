package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.shell.Assignment;
import dev.cattlegrid.shell.Command;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Simple commands: words, assignments and redirections, and who is meant by the first word.
final class Simple {
    /// How often a function may be inside itself before it is given up.
    private static final int RECURSION = 12;

    private final Walk walk;
    private final Builtins builtins;

    Simple(Walk walk) {
        this.walk = walk;
        this.builtins = new Builtins(walk);
    }

    void run(Command.Simple command, State s) {
        walk.at(s);
        walk.unlikely = null;
        walk.descriptors.share(s);
        Optional<String> declaration = Declarations.named(command);
        if (declaration.isPresent()) {
            declare(declaration.get(), command, s);
            return;
        }
        int substitutions = walk.substitutions;
        List<Arg> words = walk.expansion.fields(command.words(), s);
        if (words.isEmpty()) {
            nothing(command, substitutions, s);
            return;
        }
        Map<String, Arg> environment = environment(command.assignments(), s);
        Io before = s.io;
        Redirections.Opened opened = null;
        if (!command.redirects().isEmpty()) {
            opened = walk.redirections.open(command.redirects(), s);
            s.io = opened.io();
        }
        List<Pipes.Waiting> pipes = walk.pipes.taken();
        dispatch(words, environment, s, command.span());
        boolean stays = stays(words);
        if (opened != null) {
            walk.descriptors.close(opened, s, words.getFirst().value().prefix());
            if (stays) {
                walk.descriptors.keep(opened, s);
            } else {
                walk.descriptors.restore(before, opened, s);
            }
        }
        boolean named = opened != null && !opened.kept().isEmpty();
        walk.pipes.finish(pipes, stays || named, s);
        s.lastArgument = new Held(words.getLast().value(), words.getLast().data().sources());
    }

    /// Whether nothing but `exec` is said, so that redirections hold for the shell itself.
    private static boolean stays(List<Arg> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean passes = words.get(i).is("command") || words.get(i).is("builtin");
            if (!passes && !words.get(i).is("--")) {
                return words.get(i).is("exec") && words.size() == i + 2 && words.getLast().is("--");
            }
        }
        return words.getLast().is("exec");
    }

    private void declare(String name, Command.Simple command, State s) {
        Io before = s.io;
        Redirections.Opened opened = walk.redirections.open(command.redirects(), s);
        s.io = opened.io();
        environment(command.assignments(), s);
        builtins.declarations().run(name, command, s);
        walk.descriptors.close(opened, s, "");
        walk.descriptors.restore(before, opened, s);
        walk.pipes.finish(walk.pipes.taken(), false, s);
    }

    /// No word is left: assignments hold for the shell, files are opened all the same.
    private void nothing(Command.Simple command, int substitutions, State s) {
        for (Assignment assignment : command.assignments()) {
            builtins.declarations().assign(assignment, s);
        }
        boolean substituted = walk.substitutions != substitutions || !command.words().isEmpty();
        if (!command.redirects().isEmpty()) {
            Io before = s.io;
            Redirections.Opened opened = walk.redirections.open(command.redirects(), s);
            s.io = opened.io();
            walk.descriptors.close(opened, s, "");
            walk.descriptors.restore(before, opened, s);
        }
        walk.pipes.finish(walk.pipes.taken(), false, s);
        s.status = substituted ? Status.UNKNOWN : Status.TRUE;
    }

    private Map<String, Arg> environment(List<Assignment> assignments, State s) {
        if (assignments.isEmpty()) {
            return Map.of();
        }
        var all = new LinkedHashMap<String, Arg>();
        for (Assignment assignment : assignments) {
            if (assignment.value() instanceof Assignment.Value.Scalar(var word)) {
                Arg value = walk.expansion.one(word, s);
                if (assignment.append()) {
                    Held old = walk.expansion.lookup(assignment.name(), s).scalar();
                    Held now =
                            new Held(
                                    Values.concat(old.value(), value.value()),
                                    Held.both(old.sources(), value.data().sources()));
                    value = new Arg(now.value(), now.data(), false, word.span());
                }
                all.put(assignment.name(), value);
            }
        }
        return all;
    }

    /// Runs what the words name: a function, a builtin, or a program.
    void dispatch(List<Arg> words, Map<String, Arg> environment, State s, Span span) {
        Optional<String> name = words.getFirst().text();
        if (name.isEmpty()) {
            walk.programs.start(words, environment, s, span);
            return;
        }
        String text = name.get();
        if (s.aliases.containsKey(text)) {
            alias(s.aliases.get(text), words, s);
        }
        Optional<Command.Function> function =
                s.hasFunctions() ? s.function(text) : Optional.empty();
        if (function.isPresent()) {
            call(function.get(), words, environment, s, span);
        } else if (!builtin(text, words, environment, s, span)) {
            walk.programs.start(words, environment, s, span);
        }
    }

    boolean builtin(
            String name, List<Arg> words, Map<String, Arg> environment, State s, Span span) {
        if (!Builtins.has(name)) {
            return false;
        }
        Map<String, Optional<Variable>> before = lend(environment, s);
        builtins.run(name, words.subList(1, words.size()), environment, s, span);
        restore(before, s);
        return true;
    }

    private static Map<String, Optional<Variable>> lend(Map<String, Arg> environment, State s) {
        if (environment.isEmpty()) {
            return Map.of();
        }
        var before = new LinkedHashMap<String, Optional<Variable>>();
        environment.forEach((name, value) -> {
            before.put(name, s.variable(name));
            s.set(
                    name,
                    Variable.of(new Held(value.value(), value.data().sources())).exported(true));
        });
        return before;
    }

    private static void restore(Map<String, Optional<Variable>> before, State s) {
        before.forEach((name, old) ->
                old.ifPresentOrElse(variable -> s.set(name, variable), () -> s.forget(name)));
    }

    /// An alias may be expanded or not: the text that it would make runs besides.
    private void alias(String text, List<Arg> words, State s) {
        Value line = Value.exact(text);
        for (Arg word : words.subList(1, words.size())) {
            line =
                    Values.concat(
                            line,
                            word.value() instanceof Value.Exact(var plain)
                                    ? Value.exact(" " + quoted(plain))
                                    : Values.concat(Value.exact(" "), word.value()));
        }
        State maybe = s.copy();
        maybe.aliases = Map.of();
        walk.doubt++;
        walk.programs.texts.evaluate(
                new Arg(line, words.getFirst().data(), false, words.getFirst().span()), maybe);
        walk.doubt--;
        s.join(maybe);
    }

    static Effect forkBomb(Span span) {
        return new Effect.Administer(
                "processes", "fork bomb", "", Effect.Administer.Gravity.DESTROY, span);
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private void call(
            Command.Function function,
            List<Arg> words,
            Map<String, Arg> environment,
            State s,
            Span span) {
        int inside = 0;
        for (Frame f = walk.frame; f != null; f = f.outer) {
            if (f.kind != Frame.Kind.FUNCTION || !f.name.equals(function.name())) {
                continue;
            }
            inside++;
            if (f.spawned < walk.spawned && f.doubt == walk.doubt) {
                walk.note(forkBomb(span));
                s.status = Status.UNKNOWN;
                return;
            }
            if (inside >= RECURSION || inside >= 3 && walk.doubt > f.doubt) {
                walk.exhausted("`" + function.name() + "` calls itself", span);
                s.status = Status.UNKNOWN;
                return;
            }
        }
        List<Arg> positional = s.positional;
        boolean open = s.positionalOpen;
        s.positional = new ArrayList<>(words.subList(1, words.size()));
        s.positionalOpen = false;
        Map<String, Optional<Variable>> before = lend(environment, s);
        Frame own = walk.enter(Frame.Kind.FUNCTION, function.name());
        walk.again++;
        walk.compound(function.body(), s);
        walk.settle(s);
        walk.again--;
        own.rejoin(s);
        if (s.course == State.Course.FUNCTION_LEFT) {
            s.course = State.Course.RUNNING;
        }
        own.restore(s);
        walk.leave(own);
        restore(before, s);
        s.positional = positional;
        s.positionalOpen = open;
    }
}
