package dev.cattlegrid.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/// How long the agent takes from its start to the prompt, on a terminal of its own.
///
/// Whole processes, one after another; the first is left out. `script` of util-linux makes the terminal.
public final class AgentStart {
    private static final int RUNS = 15;
    private static final String NOWHERE = "http://127.0.0.1:9";

    /// Stands in the last row of the first screen.
    private static final String AT_THE_PROMPT = "0 tokens";

    private AgentStart() {}

    /// @param arguments the launcher; nothing: `./cattlegrid`
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path launcher = Path.of(arguments.length > 0 ? arguments[0] : "./cattlegrid").toRealPath();
        Path home = Files.createTempDirectory("cattlegrid-bench");
        Path project = Files.createDirectory(home.resolve("project"));
        new ProcessBuilder("git", "init", "-q", project.toString()).start().waitFor();
        once(launcher, home, project);
        var millis = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            millis[i] = once(launcher, home, project) / 1_000_000;
        }
        Arrays.sort(millis);
        System.out.printf(
                "start to the prompt      median %4d ms, least %4d ms, most %4d ms%n",
                millis[RUNS / 2], millis[0], millis[RUNS - 1]);
    }

    private static long once(Path launcher, Path home, Path project)
            throws IOException, InterruptedException {
        String command = "stty rows 30 cols 100; exec '%s' --home '%s'".formatted(launcher, home);
        var builder =
                new ProcessBuilder("script", "-qec", command, "/dev/null")
                        .directory(project.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH",
                                "/usr/local/bin:/usr/bin:/bin",
                                "TERM",
                                "xterm-256color",
                                "HOME",
                                home.toString(),
                                "JAVA_HOME",
                                System.getProperty("java.home"),
                                "ANTHROPIC_API_KEY",
                                "made-up",
                                "ANTHROPIC_BASE_URL",
                                NOWHERE));
        long start = System.nanoTime();
        Process process = builder.start();
        String screen = untilThePrompt(process.getInputStream());
        long took = System.nanoTime() - start;
        process.getOutputStream().write(4);
        process.getOutputStream().flush();
        process.getInputStream().readAllBytes();
        process.waitFor();
        if (!screen.contains(AT_THE_PROMPT)) {
            throw new IOException("the agent did not come to its prompt: " + screen);
        }
        return took;
    }

    private static String untilThePrompt(InputStream from) throws IOException {
        var screen = new StringBuilder();
        byte[] piece = new byte[8192];
        for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
            screen.append(new String(piece, 0, read, UTF_8));
            if (screen.indexOf(AT_THE_PROMPT) >= 0) {
                break;
            }
        }
        return screen.toString();
    }
}
