package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gathers steps in their order; the same effect of a loop that is read again is kept once.
final class Steps {
    private final List<Step> list = new ArrayList<>(8);
    private final Map<Effect, Integer> seen = new HashMap<>();
    private int order;
    private int unordered;
    private boolean full;

    /// @param again whether the same piece of the call may have been read before
    /// @return where it stands, or -1 where it stood already or nothing more is kept
    int add(Effect effect, boolean must, boolean again) {
        Effect known = withoutLine(effect);
        if (again) {
            Integer at = seen.get(known);
            if (at != null) {
                startedAgain(at, effect);
                if (must && list.get(at).certainty() == Step.Certainty.MAY) {
                    Step old = list.get(at);
                    list.set(at, new Step(old.effect(), Step.Certainty.MUST, old.order()));
                }
                return -1;
            }
        }
        if (list.size() >= Meter.STEPS && !(effect instanceof Effect.Unknown)) {
            full = true;
            return -1;
        }
        if (again) {
            seen.put(known, list.size());
        }
        list.add(new Step(effect, must ? Step.Certainty.MUST : Step.Certainty.MAY, order));
        if (unordered == 0) {
            order++;
        }
        return list.size() - 1;
    }

    /// A program that a loop starts with other arguments is one step, with each of its lines.
    private void startedAgain(int at, Effect effect) {
        if (effect instanceof Effect.Run(Code.Program program, var span)
                && list.get(at).effect() instanceof Effect.Run(Code.Program before, _)) {
            replace(at, new Effect.Run(before.and(program.line()), span));
        }
    }

    private static Effect withoutLine(Effect effect) {
        return effect instanceof Effect.Run(Code.Program(var name, _), var span)
                ? new Effect.Run(new Code.Program(name, ""), span)
                : effect;
    }

    /// Puts what is known by now in the place of what was known then.
    void replace(int at, Effect effect) {
        if (at >= 0) {
            Step old = list.get(at);
            list.set(at, new Step(effect, old.certainty(), old.order()));
        }
    }

    Effect effect(int at) {
        return list.get(at).effect();
    }

    /// What follows may happen in any order, until [#ordered].
    void unordered() {
        unordered++;
    }

    void ordered() {
        unordered--;
        if (unordered == 0) {
            order++;
        }
    }

    /// Whether some steps could no longer be kept.
    boolean full() {
        return full;
    }

    List<Step> done() {
        return List.copyOf(list);
    }
}
