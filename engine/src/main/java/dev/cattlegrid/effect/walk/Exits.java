package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.program.Arg;
import java.util.List;

/// The builtins that leave something: the shell, a function, a loop.
record Exits(Walk walk) {
    void run(String name, List<Arg> args, State s) {
        switch (name) {
            case "exit", "logout" -> {
                s.status = given(args);
                leaveShell(s);
            }
            case "return" -> {
                s.status = given(args);
                leaveFunction(s);
            }
            default -> leaveLoop(name, args, s);
        }
    }

    /// The status that `exit` and `return` are given; without one it is that of the last command.
    private static Status given(List<Arg> args) {
        return args.isEmpty()
                ? Status.UNKNOWN
                : args.getFirst()
                        .text()
                        .flatMap(Numbers::decimal)
                        .map(number -> Status.of(number % 256 == 0))
                        .orElse(Status.UNKNOWN);
    }

    void leaveShell(State s) {
        for (Frame f = walk.frame; f != null; f = f.outer) {
            if (f.kind == Frame.Kind.SHELL) {
                f.leftIn(s);
                break;
            }
        }
        s.course = State.Course.SHELL_LEFT;
    }

    private void leaveFunction(State s) {
        for (Frame f = walk.frame; f != null; f = f.outer) {
            if (f.kind != Frame.Kind.LOOP) {
                f.leftIn(s);
                break;
            }
        }
        s.course = State.Course.FUNCTION_LEFT;
    }

    private void leaveLoop(String name, List<Arg> args, State s) {
        long levels =
                args.isEmpty() ? 1 : args.getFirst().text().flatMap(Numbers::decimal).orElse(1L);
        for (Frame f = walk.frame; f != null && f.kind == Frame.Kind.LOOP; f = f.outer) {
            levels--;
            boolean last = f.outer == null || f.outer.kind != Frame.Kind.LOOP;
            if (levels <= 0 || last) {
                if (name.equals("continue")) {
                    f.continues(s);
                } else {
                    f.leftIn(s);
                }
                s.course = State.Course.ROUND_LEFT;
                return;
            }
        }
    }
}
