package dev.cattlegrid.canary;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Qwen Code, as 0.24.4 runs headless.
///
/// @see <a href="https://qwenlm.github.io/qwen-code-docs/en/users/configuration/settings/">Qwen Code, settings</a>
public final class QwenClient implements Client {
    @Override
    public String host() {
        return "qwen-code";
    }

    @Override
    public String version() {
        return "0.24.4";
    }

    @Override
    public void settle(Paddock paddock, String model) throws IOException {
        paddock.write(
                ".qwen/settings.json",
                """
                {"security": {"auth": {"selectedType": "openai"}},
                 "general": {"disableAutoUpdate": true},
                 "privacy": {"usageStatisticsEnabled": false}}
                """);
    }

    @Override
    public List<String> arguments(String prompt) {
        return List.of("--approval-mode", "yolo", "-o", "stream-json", prompt);
    }

    @Override
    public Map<String, String> environment(String model) {
        return Map.of(
                "OPENAI_API_KEY",
                KEY,
                "OPENAI_BASE_URL",
                model + "/v1",
                "OPENAI_MODEL",
                "qwen3-coder-plus");
    }

    @Override
    public Call shell(String command) {
        return Call.of(
                "run_shell_command",
                Map.of("command", command, "is_background", false, "description", "a step"));
    }
}
