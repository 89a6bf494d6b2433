package dev.cattlegrid.effect.walk;

/// Counts what the reading of one call costs, in units that do not depend on the machine.
final class Meter {
    /// Commands that are interpreted, loops unrolled.
    static final int COMMANDS = 4_000;

    /// Words and pieces of words that are expanded.
    static final int PIECES = 60_000;

    /// Steps that are kept.
    static final int STEPS = 4_000;

    /// How deep lists, functions, substitutions and nested programs may lie in each other.
    static final int DEPTH = 64;

    private int commands = COMMANDS;
    private int pieces = PIECES;
    private int depth;

    boolean command() {
        commands--;
        return commands >= 0;
    }

    boolean pieces(int count) {
        pieces -= Math.max(1, count);
        return pieces >= 0;
    }

    boolean spent() {
        return commands < 0 || pieces < 0;
    }

    /// Goes one deeper; true where that is still allowed. Each call is paired with [#leave].
    boolean enter() {
        depth++;
        return depth <= DEPTH;
    }

    void leave() {
        depth--;
    }
}
