package dev.cattlegrid.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a change of settings in the middle of a session would do to the gate.
class ClaudeSettingsFileTest {
    private static final String WIRED =
            "{\"hooks\": {\"PreToolUse\": [{\"hooks\": [{\"command\": \"cattlegrid hook claude-code\"}]}]}}";

    @TempDir private Path home;

    private Optional<String> changed(String source, String text) throws IOException {
        Path file = home.resolve(".claude/settings.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return wrong(source, file);
    }

    private static Optional<String> wrong(String source, Path file) {
        Heard heard =
                Hearing.heard(
                        new ClaudeCode(),
                        new Fields(
                                Map.of(
                                        "hook_event_name",
                                        "ConfigChange",
                                        "source",
                                        source,
                                        "cwd",
                                        "/",
                                        "file_path",
                                        file.toString())));
        return heard instanceof Heard.Settings settings ? settings.wrong() : Optional.of("unheard");
    }

    @Test
    void whatSwitchesTheGateOffIsWrong() throws IOException {
        assertEquals(Optional.empty(), changed("user_settings", WIRED));
        assertTrue(
                changed("user_settings", "{}").orElseThrow().contains("take the gate's hook out"));
        assertTrue(changed("user_settings", "{").orElseThrow().contains("drop all of it"));
        assertTrue(
                changed("project_settings", "{\"disableAllHooks\": true}")
                        .orElseThrow()
                        .contains("switch off all hooks"));
        assertEquals(Optional.empty(), changed("project_settings", "{\"model\": \"opus\"}"));
        assertEquals(Optional.empty(), wrong("project_settings", home.resolve("none.json")));
    }

    @Test
    void aGateThatStandsApartIsNotTakenOutWithTheUsersSettings() throws IOException {
        Path apart = home.resolve(ClaudeCode.APART);
        Files.createDirectories(apart.getParent());
        Files.writeString(apart, WIRED);
        assertEquals(Optional.empty(), changed("user_settings", "{}"));
        assertTrue(changed("user_settings", "{\"disableAllHooks\": true}").isPresent());
    }
}
