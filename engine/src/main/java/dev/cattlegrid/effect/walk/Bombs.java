package dev.cattlegrid.effect.walk;

import dev.cattlegrid.shell.Command;
import dev.cattlegrid.shell.Script;

/// Loops that start process after process and wait for none.
final class Bombs {
    private Bombs() {}

    /// Whether each round of a loop with this body leaves a process behind and nothing in it waits or leaves.
    static boolean isEndless(Script body) {
        boolean background = false;
        for (Script.Item item : body.items()) {
            background |= item.background();
            if (mayPause(item)) {
                return false;
            }
        }
        return background;
    }

    private static boolean mayPause(Script.Item item) {
        if (!item.list().rest().isEmpty()) {
            return true;
        }
        for (Command command : item.list().first().commands()) {
            if (!(command instanceof Command.Simple simple)
                    || !item.background() && pauses(simple)) {
                return true;
            }
        }
        return false;
    }

    private static boolean pauses(Command.Simple command) {
        return command.words().isEmpty()
                || command.words()
                        .getFirst()
                        .literal()
                        .filter(name ->
                                !name.equals("sleep")
                                        && !name.equals("wait")
                                        && !name.equals("read")
                                        && !name.equals("break")
                                        && !name.equals("exit"))
                        .isEmpty();
    }
}
