package dev.cattlegrid.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.screen.Ink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What a command reads from and writes to.
///
/// @param terminal whether a person looks at the output
/// @param errorTerminal whether a person looks at the errors: the place for progress
public record Streams(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        boolean errorTerminal,
        Map<String, String> environment) {

    public static Streams ofProcess() {
        return new Streams(
                System.in,
                writer(System.out),
                writer(System.err),
                isTerminal(1),
                isTerminal(2),
                System.getenv());
    }

    public Ink ink() {
        return new Ink(terminal && isColourWanted());
    }

    public int columns() {
        try {
            return Math.clamp(
                    Integer.parseInt(environment.getOrDefault("COLUMNS", "100")), 40, 200);
        } catch (NumberFormatException _) {
            return 100;
        }
    }

    private boolean isColourWanted() {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, UTF_8), false);
    }

    /// On Linux the descriptor's link tells at once; elsewhere the JVM's console has to do.
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException _) {
            var console = System.console();
            return !Files.exists(Path.of("/proc/self")) && console != null && console.isTerminal();
        }
    }
}
