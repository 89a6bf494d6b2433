package dev.cattlegrid.canary;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Claude Code, as 2.1.330 runs with `-p`.
///
/// @see <a href="https://docs.claude.com/en/docs/claude-code/headless">Claude Code, headless</a>
public final class ClaudeCodeClient implements Client {
    @Override
    public String host() {
        return "claude-code";
    }

    @Override
    public String version() {
        return "2.1.330";
    }

    @Override
    public void settle(Paddock paddock, String model) throws IOException {
        paddock.write(
                ".claude.json",
                """
                {"hasCompletedOnboarding": true, "theme": "dark", "numStartups": 3,
                 "customApiKeyResponses": {"approved": ["%s"], "rejected": []},
                 "projects": {"%s": {"hasTrustDialogAccepted": true,
                                     "hasCompletedProjectOnboarding": true}}}
                """
                        .formatted(
                                KEY.substring(Math.max(0, KEY.length() - 20)), paddock.project()));
        paddock.write(
                ".claude/settings.json",
                "{\"permissions\": {\"allow\": [\"Bash\", \"Write\", \"Edit\"]}}\n");
    }

    @Override
    public List<String> arguments(String prompt) {
        return List.of("-p", prompt, "--output-format", "json", "--model", "claude-sonnet-4-5");
    }

    @Override
    public Map<String, String> environment(String model) {
        return Map.of(
                "ANTHROPIC_BASE_URL", model,
                "ANTHROPIC_API_KEY", KEY,
                "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1",
                "DISABLE_AUTOUPDATER", "1",
                "DISABLE_TELEMETRY", "1",
                "DISABLE_ERROR_REPORTING", "1");
    }

    @Override
    public Call shell(String command) {
        return Call.of("Bash", Map.of("command", command, "description", "a step"));
    }
}
