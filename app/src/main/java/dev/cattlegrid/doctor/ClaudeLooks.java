package dev.cattlegrid.doctor;

import dev.cattlegrid.host.ClaudeCode;
import dev.cattlegrid.host.Host;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What beside its settings decides whether Claude Code reaches the gate: a proxy that is asked for the loopback too.
///
/// @see <a href="https://docs.claude.com/en/docs/claude-code/network-config">Claude Code, network</a>
final class ClaudeLooks {
    private ClaudeLooks() {}

    static List<Look> of(Host host, Path home, Map<String, String> environment) {
        return host instanceof ClaudeCode
                ? of(home.resolve(".claude/settings.json"), environment)
                : List.of();
    }

    static List<Look> of(Path users, Map<String, String> environment) {
        return read(users).flatMap(settings -> proxy(settings, environment)).stream().toList();
    }

    private static Optional<Look> proxy(Fields settings, Map<String, String> environment) {
        boolean proxied =
                environment.containsKey("HTTP_PROXY") || environment.containsKey("http_proxy");
        String direct =
                environment.getOrDefault("NO_PROXY", environment.getOrDefault("no_proxy", ""));
        boolean covered = direct.contains("127.0.0.1") || direct.equals("*");
        boolean http = Json.print(settings.values()).contains("\"url\":\"http://127.0.0.1");
        return proxied && !covered && http
                ? Optional.of(
                        Look.wrong(
                                "proxy",
                                "`HTTP_PROXY` is set and `NO_PROXY` does not name 127.0.0.1, so the client asks the proxy for the gate",
                                "add 127.0.0.1 to NO_PROXY where the client is started"))
                : Optional.empty();
    }

    private static Optional<Fields> read(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file)).members()
                            instanceof Json.Members.Of(var fields)
                    ? Optional.of(fields)
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
