package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;

/// A process that is sent a signal; the gate's own is more than that.
public final class Signalled {
    private Signalled() {}

    /// @param target a number, or what its name is matched with
    /// @param whole whether it is the whole command line that is matched
    public static Effect of(
            Effect.Signal.Whom whom,
            String target,
            boolean whole,
            String signal,
            Span span,
            World world) {
        return world.isGateProcess(target, whole)
                ? new Effect.Administer(
                        "service",
                        "signal " + signal,
                        "cattlegrid, process " + target,
                        Effect.Administer.Gravity.WEAKEN,
                        span)
                : new Effect.Signal(whom, target, signal, span);
    }
}
