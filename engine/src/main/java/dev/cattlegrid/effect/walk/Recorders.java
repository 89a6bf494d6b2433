package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.shell.Command;
import dev.cattlegrid.shell.Printer;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Set;

/// Pieces of a shell's own machinery that write down what somebody types: traps before each command, and stand-ins for
/// programs that ask for a password.
///
/// Source: bash(1), `trap` (DEBUG, RETURN) and BASH_COMMAND; MITRE ATT&CK, T1056.001, T1546.004.
final class Recorders {
    private static final Set<String> ASK_FOR_PASSWORDS =
            Set.of("sudo", "su", "doas", "pkexec", "passwd", "login", "ssh", "gpg", "kinit");

    private static final List<String> WRITERS =
            List.of(">", "tee", "curl", "wget", "nc ", "logger", "mail", "socat", "/dev/tcp");

    private Recorders() {}

    /// Whether a trap of these signals writes each command somewhere.
    static boolean inTrap(String body, List<Arg> signals) {
        boolean each = signals.stream().anyMatch(arg -> arg.is("DEBUG") || arg.is("RETURN"));
        return each && saysWhatIsTyped(body) && WRITERS.stream().anyMatch(body::contains);
    }

    private static boolean saysWhatIsTyped(String body) {
        return body.contains("BASH_COMMAND")
                || body.contains("history")
                || body.contains("fc -")
                || body.contains("READLINE_LINE");
    }

    /// Whether `name=body` puts something that reads a line in the place of a program that asks for a password.
    static boolean inAlias(String text) {
        int equals = text.indexOf('=');
        return equals > 0
                && standsFor(text.substring(0, equals))
                && (text.indexOf("read ", equals) > 0 || text.indexOf("stty", equals) > 0);
    }

    /// The same for a function that takes the place of such a program.
    static boolean inFunction(Command.Function function) {
        if (!standsFor(function.name())
                || !(function.body().body() instanceof Command.Body.Group(var list))) {
            return false;
        }
        String text = Printer.print(list);
        return text.contains("read ") || text.contains("stty ");
    }

    private static boolean standsFor(String name) {
        return ASK_FOR_PASSWORDS.contains(name);
    }

    static Effect found(String what, Span span) {
        return new Effect.Persist(what, "what writes down everything that is typed", span);
    }
}
