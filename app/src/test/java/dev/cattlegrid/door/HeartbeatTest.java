package dev.cattlegrid.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.app.Asking;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.audit.Verification;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.session.Irregular;
import dev.cattlegrid.session.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host that runs what it did not ask about, or what it was told not to run, is noticed.
class HeartbeatTest {
    private static final String SILENCE = "{\"suppressOutput\":true}\n";
    private static final String REFUSED = "kubectl delete namespace web";

    @TempDir private Path home;
    private Path project;

    @BeforeEach
    void aProject() throws IOException {
        project = Files.createDirectories(home.resolve("project"));
    }

    private String hook(String event, Map<String, ?> more) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("session_id", "s1");
        payload.put("cwd", project.toString());
        payload.put("permission_mode", "default");
        payload.put("hook_event_name", event);
        payload.putAll(more);
        return Asking.with(Json.print(payload), "hook", "claude-code", "--home", home.toString())
                .out();
    }

    private String ask(String id, String command) {
        return hook(
                "PreToolUse",
                Map.of(
                        "tool_name",
                        "Bash",
                        "tool_input",
                        Map.of("command", command),
                        "tool_use_id",
                        id));
    }

    private String end(String id) {
        return hook("PostToolUse", Map.of("tool_use_id", id));
    }

    private Store store() {
        return new Store(home.resolve(Store.IN_HOME));
    }

    private List<Irregular.Kind> noticed() throws IOException {
        return new Sessions(store())
                        .read(new Sessions.Name("claude-code", "s1"))
                        .memory()
                        .heartbeat()
                        .noticed()
                        .stream()
                        .map(Irregular::kind)
                        .toList();
    }

    private void observe() throws IOException {
        Path settings = home.resolve(Settings.IN_HOME);
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "observe = true\n");
    }

    @Test
    void whatIsAskedAndThenRunsIsAsItShouldBe() throws IOException {
        ask("a", "ls");
        assertEquals(SILENCE, end("a"));
        assertEquals(SILENCE, end("a"), "an end may be told twice");
        assertEquals(List.of(), noticed());
    }

    @Test
    void aCallThatNobodyAskedAboutIsToldOnceAndWrittenDown() throws IOException {
        ask("a", "ls");
        String told = end("b");
        assertTrue(told.contains("the gate was not asked about"), told);
        assertTrue(told.contains("additionalContext"), told);
        assertEquals(SILENCE, end("c"));
        assertEquals(List.of(Irregular.Kind.UNASKED), noticed());
        assertTrue(Verification.of(store()).isWhole());
        assertTrue(
                Files.readString(store().directory().resolve("record"))
                        .contains("\"event\":\"irregular\""));
    }

    @Test
    void theFirstEndMayBeOfACallFromBeforeTheGate() throws IOException {
        assertEquals(SILENCE, end("a"));
        assertFalse(end("b").equals(SILENCE));
    }

    @Test
    void aRefusedCallThatRanIsNoticed() throws IOException {
        ask("a", REFUSED);
        hook("PostToolUseFailure", Map.of("tool_use_id", "a", "error", "blocked"));
        ask("b", REFUSED);
        String told = end("b");
        assertTrue(told.contains("`" + REFUSED + "` ran, and the gate had refused it"), told);
        assertEquals(List.of(Irregular.Kind.REFUSED_RAN), noticed());
    }

    @Test
    void aGateThatOnlyWatchesIsNotContradicted() throws IOException {
        observe();
        ask("a", REFUSED);
        assertEquals(SILENCE, end("a"));
        assertEquals(List.of(), noticed());
    }

    @Test
    void aModeThatAsksNobodyIsNoticedOnce() throws IOException {
        for (String id : List.of("a", "b")) {
            hook(
                    "PreToolUse",
                    Map.of(
                            "permission_mode",
                            "bypassPermissions",
                            "tool_name",
                            "Bash",
                            "tool_input",
                            Map.of("command", "ls"),
                            "tool_use_id",
                            id));
        }
        assertEquals(SILENCE, end("a"), "the person chose it");
        assertEquals(List.of(Irregular.Kind.BYPASS), noticed());
    }

    @Test
    void aTranscriptSaysWhatRanWhileTheHooksWereOff() throws IOException {
        Path transcript = home.resolve("transcript.jsonl");
        Map<String, String> prompt =
                Map.of("prompt", "go on", "transcript_path", transcript.toString());
        hook("UserPromptSubmit", prompt);
        ask("a", "ls");
        end("a");
        Files.writeString(
                transcript,
                result("old", Instant.parse("2020-01-01T00:00:00Z"), false)
                        + result("a", Instant.now(), false)
                        + result("refused", Instant.now(), true));
        hook("UserPromptSubmit", prompt);
        assertEquals(List.of(), noticed());
        Files.writeString(transcript, result("b", Instant.now(), false));
        hook("UserPromptSubmit", prompt);
        assertEquals(List.of(Irregular.Kind.UNASKED), noticed());
        ask("c", "ls");
        assertTrue(end("c").contains("the gate was not asked about"));
        ask("d", "ls");
        assertEquals(SILENCE, end("d"), "it is told once");
    }

    private static String result(String id, Instant at, boolean isError) {
        return Json.print(
                        Map.of(
                                "type",
                                "user",
                                "timestamp",
                                at.toString(),
                                "message",
                                Map.of(
                                        "content",
                                        List.of(
                                                Map.of(
                                                        "type", "tool_result",
                                                        "tool_use_id", id,
                                                        "is_error", isError)))))
                + "\n";
    }
}
