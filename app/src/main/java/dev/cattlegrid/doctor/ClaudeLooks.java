package dev.cattlegrid.doctor;

import dev.cattlegrid.host.ClaudeCode;
import dev.cattlegrid.host.Host;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What beside the gate's own entry decides whether Claude Code calls a hook: settings of the organisation, one value of a
/// wrong type, a proxy that is asked for the loopback too.
///
/// @see <a href="https://docs.claude.com/en/docs/claude-code/settings">Claude Code, settings</a>
final class ClaudeLooks {
    private static final Path MANAGED = Path.of("/etc/claude-code/managed-settings.json");
    private static final String ABOUT = "settings";

    private ClaudeLooks() {}

    static List<Look> of(Host host, Path home, Map<String, String> environment) {
        return host instanceof ClaudeCode
                ? of(MANAGED, home.resolve(".claude/settings.json"), environment)
                : List.of();
    }

    static List<Look> of(Path managed, Path users, Map<String, String> environment) {
        var looks = new ArrayList<Look>();
        read(managed).ifPresent(settings -> ofOrganisation(managed, settings, looks));
        read(users)
                .ifPresent(settings -> {
                    ofUser(users, settings, looks);
                    proxy(settings, environment).ifPresent(looks::add);
                });
        return looks;
    }

    private static void ofOrganisation(Path file, Fields settings, List<Look> looks) {
        for (String key : List.of("disableAllHooks", "allowManagedHooksOnly")) {
            if (Boolean.TRUE.equals(settings.values().get(key))) {
                looks.add(
                        Look.wrong(
                                ABOUT,
                                "`%s` is on in the organisation's `%s`, so the client calls no hook of yours"
                                        .formatted(key, file),
                                "ask whoever keeps that file to put the gate into it"));
            }
        }
    }

    /// Run without a terminal, the client drops the whole file for one such value, hooks included, and says nothing.
    private static void ofUser(Path file, Fields settings, List<Look> looks) {
        for (String wrong : ClaudeTypes.wrong(settings)) {
            looks.add(
                    Look.wrong(
                            ABOUT,
                            "%s in `%s`: for one such value the client drops the whole file, the gate with it, without a word"
                                    .formatted(wrong, file),
                            "correct it in " + file));
        }
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
