package dev.cattlegrid.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One headless run of the real Claude Code: an empty environment, a home and a project of its own, a made-up key and a
/// scripted model on the loopback. Its own settings allow every shell command, so that nothing but the gate stops one.
///
/// @param home the client's HOME
/// @param project its working directory, a git repository
record ClaudeCodeRun(Path home, Path project) {
    private static final String KEY = "sk-ant-api03-made-up-key-for-tests-000000000000000000000";

    static final Path ROOT = Path.of(System.getProperty("cattlegrid.root"));

    /// The client's binary, where `tools/test-tools.sh` put it; empty on a machine without npm.
    static Optional<Path> client() {
        return Optional.ofNullable(System.getProperty("cattlegrid.test.tools"))
                .map(tools -> Path.of(tools, "claude/node_modules/@anthropic-ai"))
                .map(packages -> packages.resolve("claude-code-linux-x64/claude"))
                .filter(Files::exists);
    }

    static ClaudeCodeRun in(Path directory) throws IOException, InterruptedException {
        var run =
                new ClaudeCodeRun(
                        Files.createDirectories(directory.resolve("home")),
                        Files.createDirectories(directory.resolve("project")));
        Files.createDirectories(run.home.resolve(".claude"));
        Files.writeString(run.project.resolve("README.md"), "# A small project\n");
        Files.writeString(
                run.home.resolve(".claude.json"),
                """
                {"hasCompletedOnboarding": true, "theme": "dark", "numStartups": 3,
                 "customApiKeyResponses": {"approved": ["%s"], "rejected": []},
                 "projects": {"%s": {"hasTrustDialogAccepted": true,
                                     "hasCompletedProjectOnboarding": true}}}
                """
                        .formatted(KEY.substring(KEY.length() - 20), run.project));
        Files.writeString(run.settings(), "{\"permissions\": {\"allow\": [\"Bash\"]}}\n");
        run.start(List.of("/usr/bin/git", "init", "-q", "-b", "main", "."), Map.of(), 30);
        return run;
    }

    Path settings() {
        return home.resolve(".claude/settings.json");
    }

    /// Plays the script to its end; gives what the client printed.
    String play(ScriptedModel model) throws IOException, InterruptedException {
        return play(model, "Please do the next steps of the task in this project.");
    }

    /// @param prompt what the person wrote
    String play(ScriptedModel model, String prompt) throws IOException, InterruptedException {
        return start(
                List.of(
                        client().orElseThrow().toString(),
                        "-p",
                        prompt,
                        "--output-format",
                        "json",
                        "--model",
                        "claude-sonnet-4-5"),
                Map.of(
                        "ANTHROPIC_BASE_URL", model.baseUrl(),
                        "ANTHROPIC_API_KEY", KEY,
                        "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1",
                        "DISABLE_AUTOUPDATER", "1",
                        "DISABLE_TELEMETRY", "1",
                        "DISABLE_ERROR_REPORTING", "1"),
                180);
    }

    private String start(List<String> command, Map<String, String> more, int seconds)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile(home, "run", ".log");
        var builder = new ProcessBuilder(new ArrayList<>(command)).directory(project.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(
                Map.of(
                        "PATH", "/usr/local/bin:/usr/bin:/bin",
                        "HOME", home.toString(),
                        "LANG", "C.UTF-8",
                        "TZ", "UTC",
                        "NO_PROXY", "127.0.0.1,localhost"));
        environment.putAll(more);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        builder.redirectInput(Path.of("/dev/null").toFile());
        Process process = builder.start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.getFirst() + " ran longer than " + seconds + " s");
        }
        return Files.readString(log, UTF_8);
    }
}
