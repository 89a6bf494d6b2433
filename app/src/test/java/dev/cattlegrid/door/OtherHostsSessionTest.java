package dev.cattlegrid.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.app.Asking;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.session.Seal;
import dev.cattlegrid.session.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a session remembers behind hosts that differ from Claude Code in how they tell it.
class OtherHostsSessionTest {
    private static final String DROP = "kubectl delete namespace web";

    @TempDir private Path home;
    private Path project;

    @BeforeEach
    void aProjectWithWork() throws Exception {
        project = Files.createDirectories(home.resolve("project/src")).getParent();
        Files.writeString(project.resolve("src/a.c"), "int a;\n");
        new ProcessBuilder("git", "init", "-q", project.toString()).start().waitFor();
    }

    private String hook(String host, String event, Map<String, Object> more) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("session_id", "s1");
        payload.put("cwd", project.toString());
        payload.put("hook_event_name", event);
        payload.putAll(more);
        Asking asking = Asking.with(Json.print(payload), "hook", host, "--home", home.toString());
        assertEquals(0, asking.exit(), asking.err());
        return asking.out();
    }

    private String call(String host, String event, String tool, String command) {
        return hook(
                host, event, Map.of("tool_name", tool, "tool_input", Map.of("command", command)));
    }

    private void approve(String answer) throws IOException {
        int at = answer.indexOf("cattlegrid approve ");
        var store = new Store(home.resolve(Store.IN_HOME));
        var tickets = new Tickets(store, new Seal(store), InstantSource.system());
        tickets.approve(
                answer.substring(at + 19, at + 23),
                new Seal(store).set("a PIN".toCharArray()),
                Tickets.APPROVED);
    }

    @Test
    void aTicketIsUsedUpWhenTheCallIsAskedAboutAndNotAtThePromptBefore() throws IOException {
        String tool = "run_shell_command";
        String refused = call("qwen-code", "PermissionRequest", tool, DROP);
        assertTrue(refused.contains("\"behavior\":\"deny\""), refused);
        approve(refused);
        String leave = "{\"behavior\":\"allow\"}";
        String prompt = call("qwen-code", "PermissionRequest", tool, DROP);
        assertTrue(prompt.contains(leave), prompt);
        String before = call("qwen-code", "PreToolUse", tool, DROP);
        assertTrue(before.contains("\"permissionDecision\":\"allow\""), before);
        String again = call("qwen-code", "PreToolUse", tool, DROP);
        assertTrue(again.contains("\"permissionDecision\":\"deny\""), again);
    }

    @Test
    void aCallWithoutANameIsKnownAgainByWhatItAsksFor() {
        String tool = "run_shell_command";
        call("gemini-cli", "BeforeTool", tool, "rm -rf src");
        call("gemini-cli", "BeforeTool", tool, "git push --force origin main");
        String asked = call("gemini-cli", "BeforeTool", tool, "shred src/a.c");
        assertTrue(asked.startsWith("{\"decision\":\"ask\""), asked);
        call("gemini-cli", "AfterTool", tool, "shred src/a.c");
        String after = call("gemini-cli", "BeforeTool", tool, DROP);
        assertTrue(after.startsWith("{\"decision\":\"deny\""), "the row is over: " + after);
    }

    @Test
    void thePromptOfASubagentIsNobodysLeave() {
        Map<String, Object> words = Map.of("prompt", "Delete the namespace web with kubectl.");
        var agents = new LinkedHashMap<>(words);
        agents.put("agent_id", "a1");
        hook("codex", "UserPromptSubmit", agents);
        String refused = call("codex", "PreToolUse", "Bash", DROP);
        assertTrue(refused.contains("\"permissionDecision\":\"deny\""), refused);
        hook("qwen-code", "UserPromptSubmit", words);
        String other = call("qwen-code", "PreToolUse", "run_shell_command", DROP);
        assertTrue(other.contains("\"permissionDecision\":\"deny\""), other);
    }

    @Test
    void aBoundaryHoldsBehindEachHost() {
        String no = "fix it, but do not install anything";
        hook("codex", "UserPromptSubmit", Map.of("prompt", no));
        hook("gemini-cli", "BeforeAgent", Map.of("prompt", no));
        hook("qwen-code", "UserPromptSubmit", Map.of("prompt", no, "submitted_prompt", no));
        hook("opencode", "UserPromptSubmit", Map.of("prompt", no));
        String install = "npm install left-pad";
        for (String answer :
                new String[] {
                    call("codex", "PreToolUse", "Bash", install),
                    call("gemini-cli", "BeforeTool", "run_shell_command", install),
                    call("qwen-code", "PreToolUse", "run_shell_command", install),
                    call("opencode", "PreToolUse", "bash", install)
                }) {
            assertTrue(answer.contains("boundary"), answer);
        }
    }

    @Test
    void whatASubagentOfCodexWasRefusedIsHandedBackWhenItHasEnded() {
        hook(
                "codex",
                "PreToolUse",
                Map.of(
                        "agent_id", "a1",
                        "tool_name", "Bash",
                        "tool_use_id", "t1",
                        "tool_input", Map.of("command", "rm -rf src")));
        String told =
                hook(
                        "codex",
                        "PostToolUse",
                        Map.of(
                                "tool_name", "multi_agent_v1wait_agent",
                                "tool_use_id", "t2",
                                "tool_response", "{\"status\":{\"a1\":{\"completed\":\"done\"}}}"));
        assertTrue(told.contains("rm -rf src"), told);
    }

    @Test
    void aQuestionIsARefusalWithATicketWhereTheHostCannotAsk() {
        for (String host : new String[] {"codex", "opencode"}) {
            String answer =
                    call(host, "PreToolUse", host.equals("codex") ? "Bash" : "bash", "cat .env");
            assertTrue(answer.contains("\"permissionDecision\":\"deny\""), answer);
            assertTrue(answer.contains("cattlegrid approve "), answer);
        }
        String asked = call("gemini-cli", "BeforeTool", "run_shell_command", "cat .env");
        assertTrue(asked.startsWith("{\"decision\":\"ask\""), asked);
    }

    /// Models that count their calls anew in each conversation give the same name to a call and to one of its sub-agent's.
    @Test
    void theCallOfASubagentIsNotTakenForTheOneThatStartedIt() {
        Map<String, Object> start =
                Map.of(
                        "tool_name", "task",
                        "tool_use_id", "call_0",
                        "tool_input", Map.of("prompt", "list the files"));
        hook("opencode", "PreToolUse", start);
        hook(
                "opencode",
                "PreToolUse",
                Map.of(
                        "agent_id", "ses_2",
                        "tool_name", "bash",
                        "tool_use_id", "call_0",
                        "tool_input", Map.of("command", DROP)));
        String told =
                hook(
                        "opencode",
                        "PostToolUse",
                        Map.of(
                                "tool_name", "task",
                                "tool_use_id", "call_0",
                                "tool_response", Map.of("metadata", Map.of("sessionId", "ses_2"))));
        assertTrue(told.contains("was refused on its way"), told);
        assertFalse(told.contains("ran, and the gate had refused it"), told);
    }
}
