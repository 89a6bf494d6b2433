package dev.cattlegrid.effect.walk;

import dev.cattlegrid.shell.Command;
import dev.cattlegrid.shell.Script;

/// Loops that start process after process and wait for none.
final class Bombs {
    private Bombs() {}

    /// Whether each round of a loop with this body leaves a process behind and nothing in it waits or leaves.
    static boolean isEndless(Script body) {
        int left = 0;
        boolean disowned = body.items().stream().anyMatch(item -> starts(item, "disown"));
        for (Script.Item item : body.items()) {
            if (item.background() || leavesOne(item)) {
                left++;
            } else if (disowned && (starts(item, "disown") || starts(item, "wait"))) {
                // A shell does not wait for a job that is no longer its own.
                continue;
            } else if (waitsForOne(item)) {
                left--;
            } else if (mayPause(item)) {
                return false;
            }
        }
        return left > 0;
    }

    /// `(command &)`: the process stays behind when the subshell has left.
    private static boolean leavesOne(Script.Item item) {
        return item.list().rest().isEmpty()
                && item.list().first().commands().size() == 1
                && item.list().first().commands().getFirst() instanceof Command.Compound compound
                && compound.body() instanceof Command.Body.Subshell(var list)
                && list.items().stream().allMatch(Script.Item::background);
    }

    private static boolean starts(Script.Item item, String name) {
        return item.list().rest().isEmpty()
                && item.list().first().commands().size() == 1
                && item.list().first().commands().getFirst() instanceof Command.Simple simple
                && !simple.words().isEmpty()
                && simple.words().getFirst().literal().filter(name::equals).isPresent();
    }

    /// `wait -n` takes one process away, however many there are.
    private static boolean waitsForOne(Script.Item item) {
        return item.list().rest().isEmpty()
                && item.list().first().commands().size() == 1
                && item.list().first().commands().getFirst() instanceof Command.Simple simple
                && simple.words().size() == 2
                && simple.words().getFirst().literal().filter("wait"::equals).isPresent()
                && simple.words().getLast().literal().filter("-n"::equals).isPresent();
    }

    private static boolean mayPause(Script.Item item) {
        if (!item.list().rest().isEmpty()) {
            return true;
        }
        for (Command command : item.list().first().commands()) {
            if (!(command instanceof Command.Simple simple) || pauses(simple)) {
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
