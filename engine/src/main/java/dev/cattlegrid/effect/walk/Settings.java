package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The builtins that change what the shell knows: its variables, its parameters, its options, its aliases.
record Settings(Walk walk) {
    void unset(List<Arg> args, State s, Span span) {
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

    void set(List<Arg> args, State s, Span span) {
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

    static void shift(List<Arg> args, State s) {
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

    static void alias(List<Arg> args, State s) {
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

    static void unalias(List<Arg> args, State s) {
        var all = new HashMap<>(s.aliases);
        for (Arg arg : args) {
            arg.text().ifPresent(all::remove);
        }
        s.aliases = args.stream().anyMatch(arg -> arg.is("-a")) ? Map.of() : Map.copyOf(all);
    }

    void let(List<Arg> args, State s) {
        s.status = Status.UNKNOWN;
        for (Arg arg : args) {
            Optional<Long> value =
                    walk.expansion
                            .arithmetic()
                            .evaluate(new Held(arg.value(), arg.data().sources()), s);
            s.status = value.map(number -> Status.of(number != 0)).orElse(Status.UNKNOWN);
        }
    }

    static void getopts(List<Arg> args, State s) {
        s.status = Status.UNKNOWN;
        if (args.size() >= 2) {
            args.get(1).text().ifPresent(name -> s.set(name, Variable.of(Held.oneName())));
        }
        s.set("OPTIND", Variable.of(Held.oneName()));
        s.set("OPTARG", Variable.of(Held.unknown("`$OPTARG` is not known")));
    }

    void shopt(List<Arg> args, State s, Span span) {
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
}
