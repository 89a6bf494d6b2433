package dev.cattlegrid.agent;

import dev.cattlegrid.app.Main;
import dev.cattlegrid.door.Streams;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;

/// What the build runs once, on a terminal of its own, so that the JVM keeps what starting the agent costs: all of `try`, then a
/// session on the screen, which ends when it is typed so. No request leaves the machine.
final class Rehearsal {
    private static final String NOWHERE = "http://127.0.0.1:9";

    private Rehearsal() {}

    /// @param arguments a directory that may serve as a home
    public static void main(String[] arguments) {
        var nobody = new PrintWriter(Writer.nullWriter());
        var nothing = new ByteArrayInputStream(new byte[0]);
        Main.run(
                new String[] {"try", "--plain"},
                new Streams(nothing, nobody, nobody, false, false, Map.of()));
        Streams terminal = Streams.ofProcess();
        Map<String, String> environment =
                Map.of(
                        "TERM",
                        "xterm-256color",
                        "PATH",
                        "/usr/bin:/bin",
                        "ANTHROPIC_API_KEY",
                        "made-up",
                        "ANTHROPIC_BASE_URL",
                        NOWHERE);
        Main.run(
                new String[] {"--home", arguments[0]},
                new Streams(
                        terminal.in(),
                        terminal.out(),
                        terminal.err(),
                        terminal.terminal(),
                        terminal.errorTerminal(),
                        environment));
        System.exit(0);
    }
}
