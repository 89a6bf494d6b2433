package dev.cattlegrid.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// How long a new process takes to its first decision, and which part of that the JVM takes by itself.
///
/// Whole processes, one after another, from start to end; the first of each is left out.
public final class ColdStart {
    private static final int RUNS = 21;

    private ColdStart() {}

    /// @param arguments the launcher; nothing: `./cattlegrid`
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String launcher = arguments.length > 0 ? arguments[0] : "./cattlegrid";
        String java = System.getProperty("java.home") + "/bin/java";
        String own = System.getProperty("java.class.path");
        measure(
                "a JVM that does nothing",
                List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        own,
                        Nothing.class.getName()));
        measure("the launcher's shell", List.of("/bin/sh", "-c", ":"));
        measure("check ls", List.of(launcher, "check", "ls"));
        measure("check git push", List.of(launcher, "check", "git push origin main"));
        measure(
                "check, assumed",
                List.of(launcher, "check", "--world", "assumed", "ls -la | head"));
        hook(launcher);
    }

    /// A call of a session, with what it remembers and the record, in a home of its own.
    private static void hook(String launcher) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("cattlegrid-bench");
        Path payload =
                Files.writeString(
                        home.resolve("payload.json"),
                        """
                        {"session_id": "bench", "cwd": "%s", "permission_mode": "default", "tool_use_id": "t",
                         "hook_event_name": "PreToolUse", "tool_name": "Bash", "tool_input": {"command": "ls"}}
                        """
                                .formatted(home));
        measure(
                "hook, in a session",
                List.of(launcher, "hook", "claude-code", "--home", home.toString()),
                payload.toFile());
    }

    private static void measure(String name, List<String> command)
            throws IOException, InterruptedException {
        measure(name, command, new File("/dev/null"));
    }

    private static void measure(String name, List<String> command, File input)
            throws IOException, InterruptedException {
        var millis = new long[RUNS];
        run(command, input);
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            run(command, input);
            millis[i] = (System.nanoTime() - start) / 1_000_000;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%-24s median %4d ms, least %4d ms, most %4d ms%n",
                name, millis[RUNS / 2], millis[0], millis[RUNS - 1]);
    }

    private static void run(List<String> command, File input)
            throws IOException, InterruptedException {
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(input))
                .start()
                .waitFor();
    }

    /// What a JVM costs that only starts and ends.
    static final class Nothing {
        private Nothing() {}

        public static void main(String[] arguments) {}
    }
}
