package dev.cattlegrid.canary;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Codex, as 0.169.0 runs with `exec`.
///
/// @see <a href="https://developers.openai.com/codex/config-reference">Codex, configuration</a>
public final class CodexClient implements Client {
    @Override
    public String host() {
        return "codex";
    }

    @Override
    public String version() {
        return "0.169.0";
    }

    @Override
    public void settle(Paddock paddock, String model) throws IOException {
        paddock.write(
                ".codex/config.toml",
                """
                model = "gpt-5.5"
                model_provider = "canary"
                check_for_update_on_startup = false

                [model_providers.canary]
                name = "canary"
                base_url = "%s/v1"
                wire_api = "responses"
                env_key = "CANARY_KEY"
                request_max_retries = 1
                stream_max_retries = 1

                [projects."%s"]
                trust_level = "trusted"

                [analytics]
                enabled = false
                """
                        .formatted(model, paddock.project()));
    }

    @Override
    public List<String> arguments(String prompt) {
        return List.of(
                "exec", "--skip-git-repo-check", "--json", "-s", "danger-full-access", prompt);
    }

    @Override
    public Map<String, String> environment(String model) {
        return Map.of("CANARY_KEY", KEY);
    }

    @Override
    public Call shell(String command) {
        return Call.of("exec_command", Map.of("cmd", command));
    }
}
