package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Signalled;
import dev.cattlegrid.shell.Parsed;
import dev.cattlegrid.shell.Parser;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Optional;

/// The builtins about signals: who gets one, and what is done when one comes.
record Signals(Walk walk) {
    /// What a trap does may happen at any time from now on; at the shell's end it certainly does.
    void trap(List<Arg> args, State s) {
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
            walk.shell(maybe, () -> walk.programs.texts.evaluate(body, maybe));
            walk.doubt--;
            walk.at(s);
        }
        if (atExit
                && body.text().isPresent()
                && Parser.parse(body.text().get()) instanceof Parsed.Tree(var script)) {
            s.onExit = Optional.of(script);
        }
    }

    void kill(List<Arg> args, State s, Span span) {
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
            walk.note(Signalled.of(whom(target), shown, false, signal, span, walk.world));
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
}
