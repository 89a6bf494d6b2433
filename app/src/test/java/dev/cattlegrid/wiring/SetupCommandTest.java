package dev.cattlegrid.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.door.Streams;
import dev.cattlegrid.host.ClaudeCode;
import dev.cattlegrid.host.Host;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class SetupCommandTest {
    private static final String OTHERS =
            """
            {
              "model": "opus",
                "hooks": {
                "PreToolUse": [
                  { "matcher": "Bash", "hooks": [ {"type": "command", "command": "true"} ] }
                ]
              },
              "spinnerVerbs": ["prüft"]
            }
            """;

    @TempDir private Path home;

    @BeforeAll
    static void theLauncherSaysWhereItLies() {
        System.setProperty("cattlegrid.launcher", "/opt/it's here/cattlegrid");
    }

    @Test
    void whatWasThereStaysAndTwiceIsOnce() throws IOException {
        write(".claude/settings.json", OTHERS);
        assertEquals(0, setup("claude-code"));
        String once = read(".claude/settings.json");
        assertTrue(once.contains("{ \"matcher\": \"Bash\", \"hooks\": [ {\"type\":"), once);
        assertTrue(once.contains("\"spinnerVerbs\": [\"prüft\"]"), once);
        assertTrue(once.contains("\"onFailure\": \"block\""), once);
        assertTrue(once.contains("'/opt/it'\\\\''s here/cattlegrid' hook claude-code"), once);
        assertEquals(0, setup("claude-code"));
        assertEquals(once, read(".claude/settings.json"));
        assertInstanceOf(Standing.Wired.class, standing("claude-code"));
    }

    @Test
    void removeAndUndoGiveTheFileBack() throws IOException {
        write(".claude/settings.json", OTHERS);
        setup("claude-code");
        assertEquals(0, setup("claude-code", "--remove"));
        assertEquals(OTHERS, read(".claude/settings.json"));
        setup("claude-code");
        assertEquals(0, setup("claude-code", "--undo"));
        assertEquals(OTHERS, read(".claude/settings.json"));
        assertEquals(1, setup("claude-code", "--undo"), "there is nothing more to take back");
        setup("claude-code");
        write(".claude/settings.json", OTHERS);
        assertEquals(1, setup("claude-code", "--undo"), "somebody changed it since");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claude-code",
                "codex",
                "gemini-cli",
                "qwen-code",
                "opencode",
                "copilot-cli",
                "cursor"
            })
    void eachIsWiredAndTakenOutAgain(String host) throws IOException {
        assertInstanceOf(Standing.Missing.class, standing(host));
        assertEquals(0, setup(host, "--print"));
        assertInstanceOf(Standing.Missing.class, standing(host));
        assertEquals(0, setup(host));
        assertInstanceOf(Standing.Wired.class, standing(host));
        Wiring wiring = Wiring.of(Host.of(host).orElseThrow()).orElseThrow();
        String file = Files.readString(wiring.files(Place.ofUser(home)).getFirst());
        assertTrue(
                file.replace("\",\"", " ").contains("/usr/bin/env -i /bin/sh"),
                "nothing of the client's environment reaches the gate: " + file);
        assertEquals(0, setup(host, "--headless"));
        assertInstanceOf(Standing.Wired.class, standing(host));
        assertTrue(
                Wiring.of(Host.of(host).orElseThrow()).orElseThrow().isInstalled(home, List.of()));
        assertEquals(0, setup(host, "--remove"));
        assertInstanceOf(Standing.Missing.class, standing(host));
    }

    @Test
    void allMeansWhatIsInstalled() throws IOException {
        write(".gemini/settings.json", "{\n  // mine\n  \"theme\": \"dark\",\n}\n");
        write(".qwen/settings.json", "");
        assertEquals(0, setup("--all"));
        assertTrue(
                read(".gemini/settings.json").startsWith("{\n  // mine\n  \"theme\": \"dark\","));
        assertTrue(read(".gemini/settings.json").contains("60000"));
        assertInstanceOf(Standing.Wired.class, standing("gemini-cli"));
        assertInstanceOf(Standing.Wired.class, standing("qwen-code"));
        assertFalse(Files.exists(home.resolve(".codex")));
        write(".claude/settings.json", "{");
        assertEquals(0, setup("gemini-cli", "--remove"));
        assertEquals(70, setup("--all"), "one cannot be read");
        assertInstanceOf(Standing.Wired.class, standing("gemini-cli"), "the others are set up");
    }

    /// Hashes that Codex 0.169.0 gave for the same hooks (`hooks/list` of its app server).
    @Test
    void codexTrustsTheHooksByTheHashesThatItGivesThem() {
        var settings =
                new JsonFile(Path.of("hooks.json"), false)
                        .parse(
                                Optional.of(
                                        """
                                        {"hooks": {
                                          "PreToolUse": [{"matcher": "*", "hooks": [{"type": "command",
                                            "command": "/usr/bin/env -i /bin/sh '/opt/cattlegrid/cattlegrid' hook codex", "timeout": 60}]}],
                                          "UserPromptSubmit": [{"hooks": [{"type": "command", "command": "true"}]},
                                            {"hooks": [{"type": "command",
                                            "command": "/usr/bin/env -i /bin/sh '/opt/cattlegrid/cattlegrid' hook codex", "timeout": 60}]}]}}
                                        """));
        var table =
                (HookTable)
                        new GroupedHooks(
                                Host.of("codex").orElseThrow(),
                                List.of("PreToolUse", "UserPromptSubmit"),
                                _ -> false,
                                _ -> {});
        assertEquals(
                Map.of(
                        "/h/hooks.json:pre_tool_use:0:0",
                        "sha256:926068d474abb27fd5e689fd9e5f102ef6e8787b2a75eb5c394abc5dc35f14cf",
                        "/h/hooks.json:user_prompt_submit:1:0",
                        "sha256:5591ec4fef8dbab3f3aca6bc9c42305f63810102091e31f4c57efbd67893749d"),
                CodexTrust.of(table, Path.of("/h/hooks.json"), settings));
    }

    @Test
    void codexKeepsTheUsersOwnConfiguration() throws IOException {
        String mine = "# mine\nmodel = \"gpt-5.5\"\n\n[tui]\nnotifications = true # yes\n";
        write(".codex/config.toml", mine);
        assertEquals(0, setup("codex"));
        String wired = read(".codex/config.toml");
        assertTrue(wired.startsWith(mine), wired);
        write(".codex/config.toml", wired.replaceFirst("sha256:[0-9a-f]{8}", "sha256:00000000"));
        assertInstanceOf(Standing.Shadowed.class, standing("codex"));
        assertEquals(0, setup("codex"));
        assertInstanceOf(Standing.Wired.class, standing("codex"));
        write(".codex/config.toml", read(".codex/config.toml") + "\n[features]\nhooks = false\n");
        assertInstanceOf(Standing.Shadowed.class, standing("codex"));
        write(".codex/config.toml", wired);
        assertEquals(0, setup("codex", "--remove"));
        assertEquals(mine, read(".codex/config.toml"));
    }

    @Test
    void whatKeepsAClientFromObeyingIsFound() throws IOException {
        setup("claude-code");
        String wired = read(".claude/settings.json");
        for (String shadow :
                List.of(
                        "\"disableAllHooks\": true",
                        "\"permissions\": {\"allow\": \"Bash\"}",
                        "\"cleanupPeriodDays\": \"5\"")) {
            write(".claude/settings.json", wired.replaceFirst("\\{", "{" + shadow + ","));
            assertInstanceOf(Standing.Shadowed.class, standing("claude-code"), shadow);
        }
        write(".claude/settings.json", wired.replace("\"block\"", "\"allow\""));
        assertInstanceOf(Standing.Altered.class, standing("claude-code"));
        write(".claude/settings.json", wired);
        write("project/.claude/settings.local.json", "{\"disableAllHooks\": true}");
        var shadowed = assertInstanceOf(Standing.Shadowed.class, standing("claude-code"));
        assertTrue(shadowed.mend().contains("--settings-file"), shadowed.mend());
        assertEquals(0, setup("claude-code", "--settings-file"));
        assertTrue(read(ClaudeCode.APART).contains("\"disableAllHooks\": false"));
        setup("gemini-cli");
        write("project/.gemini/settings.json", "{\"hooksConfig\": {\"enabled\": false}}");
        assertInstanceOf(Standing.Shadowed.class, standing("gemini-cli"));
        setup("qwen-code");
        write("project/.qwen/settings.json", "{\"disableAllHooks\": true}");
        assertInstanceOf(Standing.Shadowed.class, standing("qwen-code"));
        setup("opencode");
        write(
                ".config/opencode/plugin/cattlegrid.js",
                "export const Cattlegrid = async () => ({})");
        assertInstanceOf(Standing.Altered.class, standing("opencode"));
    }

    @Test
    void watchingIsALineInTheGatesOwnSettings() throws IOException {
        String own = ".config/cattlegrid/settings.toml";
        assertEquals(0, setup("--observe"));
        assertEquals("observe = true\n", read(own));
        write(own, "# mine\nobserve = true\n[environment]\nhosts = []\n");
        assertEquals(0, setup("--enforce"));
        assertEquals("# mine\nobserve = false\n[environment]\nhosts = []\n", read(own));
        write(own, "[environment]\nhosts = []\n");
        assertEquals(0, setup("--observe"));
        assertEquals("observe = true\n[environment]\nhosts = []\n", read(own));
    }

    @Test
    void aFileThatTheClientWouldDropIsRefused() throws IOException {
        for (String broken :
                new String[] {"{", "[]", "{\"hooks\": []}", "{\"hooks\": {\"Stop\": {}}}"}) {
            write(".claude/settings.json", broken);
            assertEquals(1, setup("claude-code"), broken);
            assertEquals(broken, read(".claude/settings.json"));
        }
    }

    @Test
    void aTextChangesOnlyWhereItsValueDoes() {
        String text = "{\"a\" : [1, 2],\n\t\"b\": {}, // c\n\t\"d\": \"é\\n\"}";
        var mapper =
                JsonMapper.builder()
                        .enable(tools.jackson.core.json.JsonReadFeature.ALLOW_JAVA_COMMENTS)
                        .build();
        var wanted = mapper.readTree(text).deepCopy().asObject();
        wanted.withArrayProperty("a").add(3);
        wanted.withObjectProperty("b").put("x", true);
        wanted.put("e", 1);
        assertEquals(
                "{\"a\" : [1, 2, 3],\n\t\"b\": {\n\t  \"x\": true\n\t}, // c\n\t\"d\": \"é\\n\", \"e\": 1}",
                new JsonText(text, mapper).with(wanted));
        assertEquals(
                "{\"b\": {}, // c\n\t\"d\": \"é\\n\"}",
                new JsonText(text, mapper)
                        .with(mapper.readTree("{\"b\": {}, \"d\": \"é\\n\"}").asObject()));
    }

    private Standing standing(String host) {
        Wiring wiring = Wiring.of(Host.of(host).orElseThrow()).orElseThrow();
        return wiring.standing(
                new Place(home, home.resolve("project"), Place.Scope.USER),
                Line.here(Optional.of(home), false));
    }

    private int setup(String... arguments) {
        var streams =
                new Streams(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(new StringWriter()),
                        false,
                        false,
                        Map.of());
        var line = new CommandLine(new SetupCommand(streams)).setErr(streams.err());
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = home.toString();
        return line.execute(all);
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String read(String name) throws IOException {
        return Files.readString(home.resolve(name));
    }
}
