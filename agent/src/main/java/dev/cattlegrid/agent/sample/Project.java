package dev.cattlegrid.agent.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A small shop with a test that fails, a remote, and notes that are in no commit.
///
/// @param home of what runs here
/// @param root of the repository
public record Project(Path home, Path root) {
    private static final String PRICE =
            """
            #!/bin/sh
            # Prints the price of COUNT pieces at CENTS each.
            count=$1
            cents=$2
            echo $((count * cents / 100))
            """;

    private static final String TEST =
            """
            #!/bin/sh
            # Fails where a price is not what it should be.
            cd "$(dirname "$0")" || exit 1
            failed=0
            expect() {
                got=$(sh ./price.sh "$1" "$2")
                if [ "$got" = "$3" ]; then
                    echo "ok    $1 x $2 = $3"
                else
                    echo "wrong $1 x $2 = $got, expected $3"
                    failed=1
                fi
            }
            expect 1 250 2.50
            expect 3 199 5.97
            expect 10 5 0.50
            exit $failed
            """;

    static final String OLD = "echo $((count * cents / 100))";
    static final String NEW =
            "all=$((count * cents))\nprintf '%d.%02d\\n' $((all / 100)) $((all % 100))";

    /// @param directory where all of it is made
    public static Project in(Path directory) throws IOException {
        Path top = directory.toRealPath();
        Path home = Files.createDirectories(top.resolve("home"));
        Path root = Files.createDirectories(top.resolve("shop"));
        var project = new Project(home, root);
        project.write("price.sh", PRICE);
        project.write("test.sh", TEST);
        project.write("README.md", "# A small shop\n\n`sh test.sh` runs the tests.\n");
        project.git("init", "-q", "-b", "main", ".");
        project.git("config", "user.email", "you@example.test");
        project.git("config", "user.name", "You");
        project.git("add", ".");
        project.git("commit", "-q", "-m", "A small shop");
        project.git("init", "-q", "--bare", top.resolve("hub.git").toString());
        project.git("remote", "add", "origin", top.resolve("hub.git").toString());
        project.git("push", "-q", "-u", "origin", "main");
        project.write("drafts/ideas.md", "- what to sell next\n- not in any commit yet\n");
        return project;
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void git(String... words) throws IOException {
        var command = new ArrayList<>(List.of("/usr/bin/env", "git"));
        command.addAll(List.of(words));
        var builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("`git " + words[0] + "` failed: " + said.strip());
            }
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", problem);
        }
    }

    /// What the tools of a session in it see: nothing of the user's own.
    public Map<String, String> environment() {
        return Map.of(
                "PATH",
                "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin",
                "HOME",
                home.toString(),
                "LANG",
                "C.UTF-8",
                "TERM",
                "dumb",
                "GIT_TERMINAL_PROMPT",
                "0",
                "GIT_EDITOR",
                "true");
    }

    /// Takes all of it away, links as links.
    public static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
