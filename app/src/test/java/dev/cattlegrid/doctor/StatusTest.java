package dev.cattlegrid.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.app.Asking;
import dev.cattlegrid.door.Settings;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
    private static final String REFUSED = "kubectl delete namespace web";

    @TempDir private Path home;
    private Path project;

    @BeforeEach
    void aProject() throws IOException {
        if (System.getProperty("cattlegrid.launcher", "").isEmpty()) {
            System.setProperty("cattlegrid.launcher", "/opt/cattlegrid/cattlegrid");
        }
        project = Files.createDirectories(home.resolve("project"));
    }

    private void hook(String event, String id, String command) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("session_id", "s1");
        payload.put("cwd", project.toString());
        payload.put("hook_event_name", event);
        payload.put("tool_name", "Bash");
        payload.put("tool_use_id", id);
        payload.put("tool_input", Map.of("command", command));
        Asking asking =
                Asking.with(Json.print(payload), "hook", "claude-code", "--home", home.toString());
        assertEquals(0, asking.exit(), asking.err());
    }

    private Fields status() {
        Asking asking = Asking.of("status", "--json", "--home", home.toString());
        assertEquals(0, asking.exit(), asking.err());
        return switch (Json.parse(asking.out()).members()) {
            case Json.Members.Of(var fields) -> fields;
            case Json.Members.None(var what) -> throw new AssertionError(what);
        };
    }

    private String page() {
        return Asking.of("status", "--home", home.toString()).out();
    }

    private void observe() throws IOException {
        Path settings = home.resolve(Settings.IN_HOME);
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "observe = true\n");
    }

    @Test
    void aDayOfWatchingSaysWhatWouldHaveBeenStopped() throws IOException {
        observe();
        hook("PreToolUse", "a", "ls");
        hook("PreToolUse", "b", REFUSED);
        hook("PreToolUse", "c", "rm -rf ~");
        Fields status = status();
        assertTrue(status.isTrue("observe"));
        assertEquals("cattlegrid setup --enforce", status.text("enforce_with").orElseThrow());
        assertEquals(3, status.number("calls").orElseThrow().intValue());
        assertEquals(2, status.number("deny").orElseThrow().intValue());
        assertEquals(
                Set.of("remote-destroyed", "critical-loss"),
                status.object("rules").orElseThrow().values().keySet());
        assertEquals(2, status.objects("latest").size());
        String page = page();
        assertTrue(page.contains("2 would have been refused"), page);
        assertTrue(page.contains("to turn it on: cattlegrid setup --enforce"), page);
        assertTrue(page.contains(REFUSED), page);
    }

    @Test
    void whatDoesNotFitIsShown() throws IOException {
        hook("PreToolUse", "a", REFUSED);
        hook("PostToolUse", "a", REFUSED);
        Fields noticed = status().objects("noticed").getFirst();
        assertEquals("refused-ran", noticed.text("kind").orElseThrow());
        assertEquals("s1", noticed.text("session").orElseThrow());
        assertTrue(page().contains("ran, and the gate had refused it"), page());
        assertTrue(page().startsWith("the gate enforces"), page());
    }

    /// A host that calls the gate no more says so only in what it writes for itself.
    @Test
    void aHostThatStoppedCallingIsShown() throws IOException {
        Path transcript = home.resolve("transcript.jsonl");
        String prompt =
                Json.print(
                        Map.of(
                                "session_id", "s1",
                                "cwd", project.toString(),
                                "hook_event_name", "UserPromptSubmit",
                                "prompt", "go on",
                                "transcript_path", transcript.toString()));
        Asking.with(prompt, "hook", "claude-code", "--home", home.toString());
        assertEquals(List.of(), status().objects("noticed"));
        Map<String, String> result = Map.of("type", "tool_result", "tool_use_id", "t9");
        Files.writeString(
                transcript,
                Json.print(
                        Map.of(
                                "timestamp",
                                Instant.now().plusSeconds(1).toString(),
                                "message",
                                Map.of("content", List.of(result)))));
        assertEquals("unasked", status().objects("noticed").getFirst().text("kind").orElseThrow());
    }

    @Test
    void aClientThatIsThereAndNotWiredIsNamed() throws IOException {
        Files.createDirectories(home.resolve(".codex"));
        Fields codex =
                status().objects("clients").stream()
                        .filter(client -> client.text("name").orElse("").equals("codex"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(!codex.isTrue("wired"));
        assertEquals("cattlegrid setup codex", codex.text("mend").orElseThrow());
    }

    @Test
    void whereNothingHappenedThereIsNothingToSay() {
        Fields status = status();
        assertEquals(0, status.number("calls").orElseThrow().intValue());
        assertEquals(List.of(), status.objects("noticed"));
        assertEquals(0, status.number("sessions").orElseThrow().intValue());
    }
}
