package dev.cattlegrid.agent.screen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cattlegrid.agent.Yard;
import dev.cattlegrid.cases.Checkout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The program itself in a real terminal: keys in, screens out.
public final class Stage implements AutoCloseable {
    /// A busy machine needs long to start a JVM.
    private static final Duration LONGEST = Duration.ofSeconds(120);

    private static final int PAUSE = 60;
    private static final int MOST_SCROLLED = 3;
    private static final Path TMUX = Path.of("/usr/bin/tmux");
    private static final Pattern DIRECTORY =
            Pattern.compile("/\\S*/(?:home/work/project|cattlegrid-try-[0-9]+)");

    public final Yard yard;
    private final Path socket;
    private final List<String> changed = new ArrayList<>();

    /// @param directory in which its terminal has a place of its own: the one before may not have ended yet
    public Stage(Yard yard, Path directory) throws IOException {
        this.yard = yard;
        socket = Files.createTempDirectory(directory, "tmux").resolve("socket");
    }

    public static boolean isThere() {
        return Files.isExecutable(TMUX);
    }

    /// Starts the agent with a model at an address; its first prompt is waited for.
    public void start(String url, String... more) throws IOException, InterruptedException {
        start(url, 100, 30, more);
    }

    public void start(String url, int columns, int rows, String... more)
            throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("--home", yard.home.toString(), "--model", "sonnet"));
        words.addAll(List.of(more));
        run(words, columns, rows, "ANTHROPIC_API_KEY=made-up-key", "ANTHROPIC_BASE_URL=" + url);
    }

    /// Starts the program with these arguments, and with nothing in its environment but what a terminal has, and more.
    public void run(List<String> words, int columns, int rows, String... variables)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/usr/bin/env", "-i"));
        command.addAll(
                List.of(
                        "PATH=/usr/local/bin:/usr/bin:/bin",
                        "HOME=" + yard.home,
                        "LC_ALL=C.UTF-8",
                        "TERM=screen-256color"));
        command.addAll(List.of(variables));
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        "dev.cattlegrid.app.Main"));
        command.addAll(words);
        String shell = command.stream().map(Stage::quoted).collect(Collectors.joining(" "));
        tmux(
                "new-session",
                "-d",
                "-x",
                Integer.toString(columns),
                "-y",
                Integer.toString(rows),
                "-c",
                yard.project.toString(),
                shell + "; echo ended with $?; sleep 1000");
    }

    private static String classPath() {
        String told =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path", ""));
        return java.util.Arrays.stream(told.split(File.pathSeparator))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /// Types a text as it is.
    public void type(String text) throws IOException, InterruptedException {
        tmux("send-keys", "-l", "--", text);
    }

    /// Presses keys, by the names that tmux gives them.
    public void press(String... keys) throws IOException, InterruptedException {
        for (String key : keys) {
            tmux("send-keys", key);
        }
    }

    /// Puts a text in at once, as a terminal does.
    public void paste(String text) throws IOException, InterruptedException {
        Path file = Files.writeString(yard.home.resolve("paste.txt"), text);
        tmux("load-buffer", file.toString());
        tmux("paste-buffer", "-p", "-r");
    }

    public void resize(int columns, int rows) throws IOException, InterruptedException {
        tmux("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
    }

    public String screen() throws IOException, InterruptedException {
        return tmux("capture-pane", "-p");
    }

    /// The same with its colours.
    public String coloured() throws IOException, InterruptedException {
        return tmux("capture-pane", "-p", "-e");
    }

    /// Waits until a text stands on the screen.
    public void see(String text) throws IOException, InterruptedException {
        await(text, true);
    }

    public void seeNoMore(String text) throws IOException, InterruptedException {
        await(text, false);
    }

    private void await(String text, boolean there) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (screen().contains(text) != there) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "`%s` %s:\n%s"
                                .formatted(text, there ? "did not come" : "did not go", screen()));
            }
            Thread.sleep(PAUSE);
        }
    }

    /// Holds the screen against the one that is kept under this name; `-Dcases=write` keeps it anew.
    public void looksLike(String name) throws IOException, InterruptedException {
        String now = settled();
        Path kept = Checkout.file("cases/agent-screen/" + name + ".txt");
        String before = Files.exists(kept) ? Files.readString(kept) : "";
        if ("write".equals(System.getProperty("cases")) && !before.equals(now)) {
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, now);
            Files.writeString(kept.resolveSibling(name + ".ansi"), named(coloured()));
            changed.add(name);
            return;
        }
        assertEquals(before, alike(before, now) ? before : now, name);
    }

    /// How far a screen has scrolled depends on how long what stood below the story was there: a row or two at the top may be
    /// gone in one run and not in another.
    private static boolean alike(String before, String now) {
        String longer = before.length() > now.length() ? before : now;
        String shorter = before.length() > now.length() ? now : before;
        String above = longer.substring(0, longer.length() - shorter.length());
        return longer.endsWith(shorter)
                && (above.isEmpty() || above.endsWith("\n"))
                && above.lines().count() <= MOST_SCROLLED;
    }

    /// What stays the same from run to run, once nothing changes any more.
    private String settled() throws IOException, InterruptedException {
        String last = "";
        String now = screen();
        while (!now.equals(last)) {
            Thread.sleep(PAUSE * 3);
            last = now;
            now = screen();
        }
        return named(now);
    }

    private String named(String screen) {
        return DIRECTORY
                        .matcher(screen)
                        .replaceAll("/home/dev/project")
                        .replaceAll("\\b[0-9a-f]{7}\\b(?= (?:Print|A small))", "0123abc")
                        .replaceAll("  checked in [0-9.]+ s", "")
                        .lines()
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n"))
                        .stripTrailing()
                + "\n";
    }

    private String tmux(String... words) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(TMUX.toString(), "-S", socket.toString(), "-f", "/dev/null"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("TMUX");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("tmux " + List.of(words) + ": " + said);
        }
        return said;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        tmux("kill-server");
        assertEquals(List.of(), changed, "these screens are kept anew: read what changed");
    }
}
