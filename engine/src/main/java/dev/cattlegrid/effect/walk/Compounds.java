package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.shell.Command.Body;
import dev.cattlegrid.shell.Script;
import dev.cattlegrid.shell.Span;
import dev.cattlegrid.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compound commands: branches are joined, loops run until nothing changes any more.
final class Compounds {
    /// So many rounds of a loop are read one by one; in a loop within a loop, fewer.
    private static final int UNROLLED = 64;

    private static final int UNROLLED_INSIDE = 16;

    /// Rounds after which a loop's state is made so wide that it cannot change any more.
    private static final int ROUNDS = 6;

    private final Walk walk;
    private int loops;

    Compounds(Walk walk) {
        this.walk = walk;
    }

    void run(Body body, State s, Span span) {
        switch (body) {
            case Body.Group(var list) -> walk.script(list, s);
            case Body.Subshell(var list) -> {
                State inner = s.copy();
                walk.shell(inner, () -> walk.script(list, inner));
                s.takeFiles(inner);
                s.status = inner.status;
                walk.at(s);
            }
            case Body.If(var branches, var otherwise) -> branch(branches, 0, otherwise, s);
            case Body.For(var name, var words, var list, boolean select) ->
                    each(name, words, list, select, s, span);
            case Body.ForArithmetic loop -> counting(loop, s, span);
            case Body.While(var condition, var list, boolean until) ->
                    loop(
                            t -> {
                                walk.script(condition, t);
                                return until ? t.status.not() : t.status;
                            },
                            list,
                            t -> {},
                            s,
                            span);
            case Body.Case(var subject, var arms) -> choose(subject, arms, s);
            case Body.Conditional(var test) -> {
                walk.at(s);
                s.status = new Tests(walk).conditional(test, s);
            }
            case Body.Arithmetic(var expression) -> {
                walk.at(s);
                s.status = walk.expansion.arithmetic().test(expression, s);
            }
        }
    }

    private void branch(
            List<Body.If.Branch> branches, int at, Optional<Script> otherwise, State s) {
        if (at == branches.size()) {
            s.status = Status.TRUE;
            otherwise.ifPresent(list -> walk.script(list, s));
            return;
        }
        Body.If.Branch branch = branches.get(at);
        walk.unlikely = null;
        walk.script(branch.condition(), s);
        if (!s.running()) {
            return;
        }
        switch (s.status) {
            case TRUE -> {
                State unlikely = walk.unlikely;
                walk.script(branch.then(), s);
                if (unlikely != null && otherwise.isPresent() && at + 1 == branches.size()) {
                    walk.aside(otherwise.get(), unlikely);
                }
            }
            case FALSE -> branch(branches, at + 1, otherwise, s);
            case UNKNOWN -> {
                State other = s.copy();
                walk.doubt++;
                walk.script(branch.then(), s);
                branch(branches, at + 1, otherwise, other);
                walk.doubt--;
                s.join(other);
            }
        }
    }

    private void each(
            String name,
            Optional<List<Word>> words,
            Script list,
            boolean select,
            State s,
            Span span) {
        walk.at(s);
        List<Arg> values = words.isPresent() ? walk.expansion.fields(words.get(), s) : s.positional;
        boolean open = select || words.isEmpty() && s.positionalOpen;
        if (values.isEmpty() && !open) {
            s.status = Status.TRUE;
            return;
        }
        boolean plain = !open && values.size() <= (loops == 0 ? UNROLLED : UNROLLED_INSIDE);
        for (Arg value : values) {
            plain &= !value.splits() && !(value.value() instanceof Value.Glob) && !many(value);
        }
        if (plain) {
            unrolled(name, values, list, s);
            return;
        }
        Held any = any(values, open);
        boolean entered = !open && values.stream().anyMatch(value -> !value.splits());
        boolean[] first = {true};
        loop(
                t -> {
                    t.set(name, t.variable(name).orElse(Variable.UNSET).holding(any));
                    boolean surely = first[0] && entered;
                    first[0] = false;
                    return surely ? Status.TRUE : Status.UNKNOWN;
                },
                list,
                t -> {},
                s,
                span);
    }

    /// Whether one word stands for several: the names that another command gives.
    private static boolean many(Arg value) {
        return value.value() instanceof Value.Partial
                && Sources.below(value.data().sources()).isPresent();
    }

    private static Held any(List<Arg> values, boolean open) {
        Held any =
                new Held(values.isEmpty() ? Value.exact("") : values.getFirst().value(), Set.of());
        int count = 0;
        for (Arg value : values) {
            Held held = new Held(value.value(), value.data().sources());
            any = count < Values.MOST * 2 ? any.or(held) : any.widened(held);
            any = new Held(any.value(), Held.both(any.sources(), held.sources()));
            count++;
        }
        return open ? new Held(Value.unknown("the list is not known"), any.sources()) : any;
    }

    private void unrolled(String name, List<Arg> values, Script list, State s) {
        Frame own = walk.enter(Frame.Kind.LOOP, "");
        loops++;
        walk.again++;
        int doubt = walk.doubt;
        var breaks = new ArrayList<State>();
        for (Arg value : values) {
            if (!s.running() || walk.meter.spent()) {
                break;
            }
            s.set(
                    name,
                    s.variable(name)
                            .orElse(Variable.UNSET)
                            .holding(new Held(value.value(), value.data().sources())));
            walk.script(list, s);
            walk.settle(s);
            own.takeRounds(s, breaks);
            if (!breaks.isEmpty() && walk.doubt == doubt) {
                walk.doubt++;
            }
        }
        walk.doubt = doubt;
        finish(own, breaks, s);
    }

    private void finish(Frame own, List<State> breaks, State s) {
        for (State each : breaks) {
            each.io = s.io.beside(each.io);
            s.join(each);
        }
        own.rejoin(s);
        walk.again--;
        loops--;
        walk.leave(own);
    }

    private void counting(Body.ForArithmetic loop, State s, Span span) {
        walk.at(s);
        Arithmetic arithmetic = walk.expansion.arithmetic();
        arithmetic.number(loop.first(), s);
        loop(
                t -> {
                    walk.at(t);
                    return loop.condition().parts().isEmpty()
                            ? Status.TRUE
                            : arithmetic.test(loop.condition(), t);
                },
                loop.list(),
                t -> arithmetic.number(loop.step(), t),
                s,
                span);
    }

    /// What decides whether a loop goes on.
    private interface Condition {
        Status test(State s);
    }

    /// What a loop does between two rounds.
    private interface Between {
        void step(State s);
    }

    private void loop(Condition condition, Script list, Between between, State s, Span span) {
        Frame own = walk.enter(Frame.Kind.LOOP, "");
        loops++;
        walk.again++;
        int doubt = walk.doubt;
        var breaks = new ArrayList<State>();
        int most = loops > 1 ? UNROLLED_INSIDE : UNROLLED;
        int round = 0;
        boolean endless = Bombs.isEndless(list);
        Status goes = Status.TRUE;
        while (round < most && s.running() && !walk.meter.spent()) {
            goes = condition.test(s);
            walk.settle(s);
            if (goes != Status.TRUE) {
                break;
            }
            State before = s.copy();
            walk.script(list, s);
            walk.settle(s);
            own.takeRounds(s, breaks);
            if (!breaks.isEmpty() && walk.doubt == doubt) {
                walk.doubt++;
            }
            if (s.running()) {
                between.step(s);
            }
            round++;
            if (s.running() && s.same(before) && breaks.isEmpty()) {
                if (endless) {
                    walk.note(Simple.forkBomb(span));
                }
                break;
            }
        }
        if (s.running() && goes != Status.FALSE && !walk.meter.spent()) {
            fixpoint(condition, list, between, own, breaks, s);
        }
        walk.doubt = doubt;
        finish(own, breaks, s);
        if (goes == Status.UNKNOWN) {
            s.status = Status.UNKNOWN;
        }
    }

    private void fixpoint(
            Condition condition,
            Script list,
            Between between,
            Frame own,
            List<State> breaks,
            State s) {
        walk.doubt++;
        for (int round = 0; round < ROUNDS && !walk.meter.spent(); round++) {
            State next = s.copy();
            if (round > 0) {
                condition.test(next);
                walk.settle(next);
            }
            walk.script(list, next);
            walk.settle(next);
            own.takeRounds(next, breaks);
            if (next.running()) {
                between.step(next);
            }
            State before = s.copy();
            if (round < 1) {
                s.join(next);
            } else {
                s.widen(next);
            }
            if (round == ROUNDS - 2) {
                s.forgetChanged(before);
            }
            if (s.same(before)) {
                break;
            }
        }
        walk.doubt--;
    }

    private void choose(Word subject, List<Body.Case.Arm> arms, State s) {
        walk.at(s);
        Held value = walk.expansion.held(subject, s);
        Status taken = Status.FALSE;
        boolean falls = false;
        State rest = s;
        State result = null;
        s.status = Status.TRUE;
        for (Body.Case.Arm arm : arms) {
            Status matches = falls ? Status.TRUE : matches(arm.patterns(), value, rest);
            if (matches == Status.FALSE) {
                continue;
            }
            boolean maybe = matches == Status.UNKNOWN;
            State inside = maybe ? rest.copy() : rest;
            int doubts = maybe || result != null ? 1 : 0;
            walk.doubt += doubts;
            walk.script(arm.list(), inside);
            walk.settle(inside);
            walk.doubt -= doubts;
            falls = arm.end() == Body.Case.End.FALL;
            if (maybe) {
                if (falls) {
                    rest.join(inside);
                    continue;
                }
                if (result == null) {
                    result = inside;
                } else {
                    result.join(inside);
                }
                falls = false;
                continue;
            }
            if (arm.end() == Body.Case.End.LEAVE) {
                taken = Status.TRUE;
                break;
            }
        }
        if (result != null) {
            s.join(result);
        }
        if (taken == Status.FALSE && result != null) {
            s.status = Status.UNKNOWN;
        }
    }

    private Status matches(List<Word> patterns, Held subject, State s) {
        Status any = Status.FALSE;
        for (Word pattern : patterns) {
            Value glob = walk.expansion.pattern(pattern, s);
            Status one =
                    glob instanceof Value.Glob(var text)
                            ? Tests.matches(text, subject.value())
                            : Status.UNKNOWN;
            if (one == Status.TRUE) {
                return Status.TRUE;
            }
            any = any.or(one);
        }
        return any;
    }
}
