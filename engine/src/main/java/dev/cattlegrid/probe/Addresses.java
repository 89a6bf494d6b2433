package dev.cattlegrid.probe;

import java.util.List;

/// What an address or a path in a text says of itself.
final class Addresses {
    private static final List<String> SECRET_FILES =
            List.of(
                    ".ssh",
                    "id_rsa",
                    "id_ed25519",
                    "id_ecdsa",
                    ".env",
                    ".aws",
                    ".netrc",
                    ".npmrc",
                    ".pypirc",
                    ".git-credentials",
                    ".kube",
                    ".gnupg",
                    ".pgpass",
                    ".docker/config",
                    "/etc/shadow",
                    "/etc/passwd",
                    "credentials",
                    "secrets",
                    "wallet",
                    "keychain",
                    ".vault-token",
                    ".azure",
                    "gcloud",
                    "mcp.json",
                    ".bash_history",
                    ".zsh_history",
                    "cookies",
                    "login data",
                    ".pem",
                    "/proc/self/environ");

    private static final List<String> NO_SECRETS =
            List.of("example", "sample", "template", ".envrc", ".environment", ".pub");

    private static final List<String> AGENT_SETTINGS =
            List.of(
                    ".claude/settings",
                    ".claude.json",
                    ".codex/config",
                    ".gemini/settings",
                    ".cursor/mcp",
                    ".cursor/cli",
                    ".qwen/settings",
                    "opencode.json",
                    "cattlegrid",
                    ".vscode/settings",
                    "mcp.json",
                    ".cursorrules");

    private static final List<String> CARRIED =
            List.of(
                    "secret",
                    "token",
                    "password",
                    "passwd",
                    "prompt",
                    "canary",
                    "data",
                    "key",
                    "env",
                    "conversation",
                    "history",
                    "base64",
                    "content",
                    "context",
                    "credential",
                    "system",
                    "instruction",
                    "user",
                    "stolen");

    private Addresses() {}

    /// Whether an address lies outside this machine.
    static boolean isFar(String url) {
        int host = url.indexOf("://") + 3;
        return !(url.startsWith("localhost", host)
                || url.startsWith("127.", host)
                || url.startsWith("0.0.0.0", host)
                || url.startsWith("[::1]", host)
                || url.startsWith("file:"));
    }

    /// Whether the values of an address's query stand for something that its reader has to fill in, or name a secret.
    static boolean carries(String url) {
        int query = url.indexOf('?');
        if (query < 0) {
            return false;
        }
        for (String pair : url.substring(query + 1).split("&")) {
            String value = Letters.lower(pair.substring(pair.indexOf('=') + 1));
            boolean open = !value.isEmpty() && "{[<$(*".indexOf(value.charAt(0)) >= 0;
            if (open || pair.endsWith("=") || CARRIED.stream().anyMatch(value::contains)) {
                return true;
            }
        }
        return false;
    }

    static boolean isSecretFile(String path) {
        return SECRET_FILES.stream().anyMatch(path::contains)
                && NO_SECRETS.stream().noneMatch(path::contains);
    }

    static boolean isAgentSettings(String path) {
        return AGENT_SETTINGS.stream().anyMatch(path::contains);
    }
}
