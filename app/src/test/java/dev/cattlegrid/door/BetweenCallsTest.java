package dev.cattlegrid.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.app.Asking;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.session.Seal;
import dev.cattlegrid.session.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What changes on the machine between one call and the next, behind the gate's back: files and settings. Each call is read by a
/// program of its own, so that nothing is known but what was kept.
class BetweenCallsTest {
    private static final String DROP = "kubectl delete namespace web";
    private static final String HARMFUL = "rm -rf src\n";

    @TempDir private Path home;
    private Path project;

    @BeforeEach
    void aProjectWithWork() throws Exception {
        project = Files.createDirectories(home.resolve("project/src")).getParent();
        Files.writeString(project.resolve("src/a.c"), "int a;\n");
        new ProcessBuilder("git", "init", "-q", project.toString()).start().waitFor();
    }

    private Fields ask(String tool, Map<String, Object> input) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("session_id", "s1");
        payload.put("cwd", project.toString());
        payload.put("permission_mode", "default");
        payload.put("hook_event_name", "PreToolUse");
        payload.put("tool_use_id", "t-" + input.hashCode());
        payload.put("tool_name", tool);
        payload.put("tool_input", input);
        Asking asking =
                Asking.with(Json.print(payload), "hook", "claude-code", "--home", home.toString());
        assertEquals(0, asking.exit(), asking.err());
        return switch (Json.parse(asking.out()).members()) {
            case Json.Members.Of(var fields) -> fields.object("hookSpecificOutput").get();
            case Json.Members.None(var what) -> throw new AssertionError(what);
        };
    }

    private static String verdict(Fields answer) {
        return answer.text("permissionDecision").get();
    }

    private static String reason(Fields answer) {
        return answer.text("permissionDecisionReason").get();
    }

    private static String code(Fields answer) {
        String reason = reason(answer);
        int at = reason.indexOf("cattlegrid approve ");
        assertTrue(at >= 0, reason);
        return reason.substring(at + 19, at + 23);
    }

    private String run(String command) {
        return verdict(ask("Bash", Map.of("command", command)));
    }

    /// The gate lets it be written, and the host writes it.
    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Fields answer = ask("Write", Map.of("file_path", file.toString(), "content", text));
        assertEquals("allow", verdict(answer), reason(answer));
        put(path, text);
    }

    private void put(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void approve(String code) throws IOException {
        var store = new Store(home.resolve(Store.IN_HOME));
        var seal = new Seal(store);
        new Tickets(store, seal, InstantSource.system())
                .approve(code, seal.set("a PIN".toCharArray()), Tickets.APPROVED);
    }

    @Test
    void whatWasReadIsReadAgainWhenItHasChanged() throws IOException {
        write("tidy.sh", "echo tidy\n");
        assertEquals("allow", run("bash tidy.sh"));
        put("tidy.sh", HARMFUL);
        assertEquals("deny", run("bash tidy.sh"));
        put("tidy.sh", "echo tidy\n");
        assertEquals("allow", run("bash tidy.sh"));
    }

    @Test
    void whatCannotBeReadAnyMoreIsAskedAbout() throws IOException {
        write("tidy.sh", "echo tidy\n");
        Files.write(project.resolve("tidy.sh"), new byte[64 << 20]);
        assertEquals("ask", run("bash tidy.sh"));
    }

    @Test
    void theVerdictIsBoundToWhatTheFileHeld() throws IOException {
        write("drop.sh", DROP + "\n");
        Fields refused = ask("Bash", Map.of("command", "bash drop.sh"));
        assertEquals("deny", verdict(refused), reason(refused));
        approve(code(refused));
        put("drop.sh", "kubectl delete namespace web db\n");
        Fields changed = ask("Bash", Map.of("command", "bash drop.sh"));
        assertEquals("deny", verdict(changed), "the approval was for what it held then");
        put("drop.sh", DROP + "\n");
        assertEquals("allow", run("bash drop.sh"));
    }

    @Test
    void anApprovalEndsWithThePolicyThatItWasGivenUnder() throws IOException {
        Fields refused = ask("Bash", Map.of("command", DROP));
        approve(code(refused));
        Path settings = home.resolve(Settings.IN_HOME);
        Files.createDirectories(settings.getParent());
        for (String policy :
                List.of(
                        "[raise]\nhome-written = \"hard\"\n",
                        "[environment]\nproduction = [\"db\"]\n")) {
            Files.write(settings, policy.getBytes(UTF_8));
            Fields anew = ask("Bash", Map.of("command", DROP));
            assertEquals("deny", verdict(anew), reason(anew));
            assertNotEquals(code(refused), code(anew), policy);
        }
        Files.delete(settings);
        assertEquals("allow", run(DROP), "under the same policy it still counts");
    }

    @Test
    void aDenyRuleIsAnotherPolicyToo() throws IOException {
        approve(code(ask("Bash", Map.of("command", DROP))));
        Path own = Files.createDirectories(home.resolve(".claude"));
        Files.writeString(
                own.resolve("settings.json"), "{\"permissions\": {\"deny\": [\"Bash(make:*)\"]}}");
        assertEquals("deny", run(DROP));
    }
}
