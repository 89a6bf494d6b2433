package dev.cattlegrid.effect.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something that `break`, `return` or `exit` can leave; it keeps the states in which it was left.
final class Frame {
    enum Kind {
        LOOP,
        FUNCTION,
        SHELL
    }

    final Kind kind;
    final String name;
    final @Nullable Frame outer;

    /// How many open questions and how many starts of other processes lay around it when it began.
    final int doubt;

    final int spawned;
    private final List<State> left = new ArrayList<>(2);
    private final List<State> continued = new ArrayList<>(2);
    private final Map<String, Optional<Variable>> before = new HashMap<>();
    private final Map<String, Optional<String>> references = new HashMap<>();
    private final Map<String, Optional<Boolean>> fixed = new HashMap<>();

    Frame(Kind kind, String name, @Nullable Frame outer, int doubt, int spawned) {
        this.kind = kind;
        this.name = name;
        this.outer = outer;
        this.doubt = doubt;
        this.spawned = spawned;
    }

    void leftIn(State state) {
        State kept = state.copy();
        kept.course = State.Course.RUNNING;
        left.add(kept);
    }

    /// Lets the state go on as any of those in which this was left, or as it is where it runs on.
    void rejoin(State state) {
        for (State each : left) {
            each.io = state.io.beside(each.io);
            state.join(each);
        }
        left.clear();
    }

    /// `continue`, at the end of a round: the next round may start from where it was said.
    void continues(State state) {
        State kept = state.copy();
        kept.course = State.Course.RUNNING;
        continued.add(kept);
    }

    /// At the end of a round: states that `continue` left go on, those that `break` left are moved over.
    void takeRounds(State state, List<State> breaks) {
        breaks.addAll(left);
        left.clear();
        for (State each : continued) {
            each.io = state.io.beside(each.io);
            state.join(each);
        }
        continued.clear();
    }

    /// Notes what a variable was before a function made it local.
    void local(String name, State state) {
        if (!before.containsKey(name)) {
            Optional<String> reference = state.reference(name);
            state.refer(name, Optional.empty());
            before.put(name, state.variable(name));
            references.put(name, reference);
            fixed.put(name, state.isFixed(name));
            state.fixed(name, Optional.empty());
        }
    }

    void restore(State state) {
        references
                .keySet()
                .forEach(name -> {
                    state.refer(name, Optional.empty());
                    state.fixed(name, Optional.empty());
                });
        before.forEach((variable, old) ->
                old.ifPresentOrElse(
                        value -> state.set(variable, value), () -> state.forget(variable)));
        fixed.forEach(state::fixed);
        references.forEach((name, target) -> {
            if (target.isPresent()) {
                state.refer(name, target);
            }
        });
    }
}
