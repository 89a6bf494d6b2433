package dev.cattlegrid.canary;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// OpenCode, as 1.18.33 runs with `run`.
///
/// @see <a href="https://opencode.ai/docs/config/">OpenCode, configuration</a>
public final class OpenCodeClient implements Client {
    @Override
    public String host() {
        return "opencode";
    }

    @Override
    public String version() {
        return "1.18.33";
    }

    @Override
    public void settle(Paddock paddock, String model) throws IOException {
        paddock.write(
                ".config/opencode/opencode.json",
                """
                {"autoupdate": false, "share": "disabled",
                 "model": "canary/scripted", "small_model": "canary/scripted",
                 "provider": {"canary": {"npm": "@ai-sdk/openai-compatible", "name": "canary",
                   "options": {"baseURL": "%s/v1", "apiKey": "%s"},
                   "models": {"scripted": {"name": "scripted", "tool_call": true,
                     "limit": {"context": 200000, "output": 8000}}}}}}
                """
                        .formatted(model, KEY));
    }

    @Override
    public List<String> arguments(String prompt) {
        return List.of("run", "--print-logs", "--format", "json", prompt);
    }

    /// Beside a plugin the client installs a package of types, which nothing here needs: it finds npm offline and goes on.
    @Override
    public Map<String, String> environment(String model) {
        return Map.of(
                "npm_config_offline", "true",
                "OPENCODE_DISABLE_AUTOUPDATE", "1",
                "OPENCODE_DISABLE_MODELS_FETCH", "1",
                "OPENCODE_DISABLE_LSP_DOWNLOAD", "1");
    }

    @Override
    public Call shell(String command) {
        return Call.of("bash", Map.of("command", command, "description", "a step"));
    }
}
