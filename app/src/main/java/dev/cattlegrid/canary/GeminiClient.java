package dev.cattlegrid.canary;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Gemini CLI, as 0.61.0 runs with `-p`.
///
/// @see <a href="https://geminicli.com/docs/reference/configuration/">Gemini CLI, configuration</a>
public final class GeminiClient implements Client {
    @Override
    public String host() {
        return "gemini-cli";
    }

    @Override
    public String version() {
        return "0.61.0";
    }

    @Override
    public void settle(Paddock paddock, String model) throws IOException {
        paddock.write(
                ".gemini/settings.json",
                """
                {"security": {"auth": {"selectedType": "gemini-api-key"}, "folderTrust": {"enabled": false}},
                 "general": {"disableAutoUpdate": true, "disableUpdateNag": true},
                 "privacy": {"usageStatisticsEnabled": false},
                 "telemetry": {"enabled": false},
                 "ide": {"hasSeenNudge": true}}
                """);
    }

    @Override
    public List<String> arguments(String prompt) {
        return List.of(
                "-m",
                "gemini-2.5-pro",
                "--approval-mode",
                "yolo",
                "-o",
                "stream-json",
                "-p",
                prompt);
    }

    @Override
    public Map<String, String> environment(String model) {
        return Map.of(
                "GEMINI_API_KEY", KEY,
                "GOOGLE_GEMINI_BASE_URL", model,
                "GEMINI_CLI_TRUST_WORKSPACE", "true");
    }

    @Override
    public Call shell(String command) {
        return Call.of("run_shell_command", Map.of("command", command, "description", "a step"));
    }
}
