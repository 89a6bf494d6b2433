package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Fact;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `cd`, `pushd`, `popd`, `dirs`, `pwd`: where what follows is judged.
final class Moves {
    private final Walk walk;

    Moves(Walk walk) {
        this.walk = walk;
    }

    void run(String name, List<Arg> args, State s, Span span) {
        List<Arg> operands = args.stream().filter(arg -> !isOption(arg)).toList();
        switch (name) {
            case "cd" -> cd(operands, s);
            case "pushd" -> pushd(operands, s);
            case "popd" -> popd(s);
            default -> {
                Held held = walk.expansion.parameters().directory(s.directory);
                Value line = Values.concat(held.value(), Value.exact("\n"));
                if (line instanceof Value.Exact(var text)) {
                    s.io.out().append(new Data(held.sources(), Optional.of(text)), walk.doubt);
                } else {
                    s.io.out().append(held, walk.doubt);
                }
                walk.programs.shown(Data.NONE, s, span);
            }
        }
    }

    private static boolean isOption(Arg arg) {
        return arg.text()
                        .filter(text ->
                                text.length() > 1 && text.startsWith("-") && !text.equals("--"))
                        .isPresent()
                || arg.is("--");
    }

    private void cd(List<Arg> operands, State s) {
        if (operands.isEmpty()) {
            Held home =
                    s.variable("HOME")
                            .map(Variable::scalar)
                            .orElseGet(() -> Held.exact(walk.world.home()));
            enter(home.value(), s);
        } else if (operands.getFirst().is("-")) {
            go(s.previous, s);
        } else if (operands.getFirst().is("")) {
            s.status = Status.TRUE;
        } else {
            enter(operands.getFirst().value(), s);
        }
    }

    private void enter(Value value, State s) {
        List<Place> places = Places.of(value, s.directory, World.Use.ENTER, walk.world);
        if (places.size() == 1) {
            go(places.getFirst(), s);
        } else {
            State before = s.copy();
            s.previous = s.directory;
            s.directory = Directories.anywhere(Values.why(value));
            s.status = Status.UNKNOWN;
            walk.failed = before;
        }
    }

    /// Goes there, if it is there: where it may not be, the old directory may stay.
    private void go(Place place, State s) {
        State before = s.copy();
        PathFacts facts = place.facts();
        boolean file = facts.kind() == PathFacts.Kind.FILE;
        if (place.isExact() && (facts.existence() == PathFacts.Existence.ABSENT || file)) {
            if (facts.source() == Fact.Source.OBSERVED) {
                s.status = Status.FALSE;
                return;
            }
        }
        s.previous = s.directory;
        s.directory = place;
        s.status = Status.TRUE;
        if (!place.isExact()) {
            s.status = Status.UNKNOWN;
            walk.failed = before;
        } else if (facts.existence() != PathFacts.Existence.PRESENT
                || facts.source() != Fact.Source.OBSERVED) {
            walk.unlikely = before;
        }
    }

    private void pushd(List<Arg> operands, State s) {
        var stack = new ArrayList<Place>(s.stack);
        if (operands.isEmpty()) {
            if (stack.isEmpty()) {
                s.status = Status.FALSE;
                return;
            }
            Place top = stack.removeFirst();
            stack.addFirst(s.directory);
            s.stack = List.copyOf(stack);
            go(top, s);
            return;
        }
        stack.addFirst(s.directory);
        s.stack = List.copyOf(stack);
        enter(operands.getFirst().value(), s);
    }

    private void popd(State s) {
        if (s.stack.isEmpty()) {
            s.status = Status.FALSE;
            return;
        }
        Place top = s.stack.getFirst();
        s.stack = s.stack.subList(1, s.stack.size());
        go(top, s);
    }
}
