package dev.cattlegrid.door;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.host.ClaudeCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The real Claude Code, with the gate wired by `setup`, where nothing else would stop a call.
class ClaudeCodeTest {
    @TempDir private Path directory;

    @BeforeEach
    void theClientIsThere() {
        assumeTrue(
                ClaudeCodeRun.client().isPresent(),
                "Claude Code is not installed: run tools/test-tools.sh, which needs npm");
    }

    @Test
    void aHarmlessCallRunsAndAHarmfulOneDoesNot() throws Exception {
        ClaudeCodeRun run = ClaudeCodeRun.in(directory);
        Launcher launcher = Launcher.ofTheBuild(directory.resolve("gate"));
        launcher.setUp(run);
        Path precious = Files.writeString(run.home().resolve("precious.txt"), "work\n");
        try (var model =
                new ScriptedModel(
                        List.of(
                                ScriptedModel.Turn.bash("echo hello > made.txt"),
                                ScriptedModel.Turn.bash("rm -rf ~"),
                                ScriptedModel.Turn.bash("ls")))) {
            String printed = run.play(model);
            assertTrue(Files.exists(run.project().resolve("made.txt")), printed);
            assertTrue(Files.exists(precious), "the harmful call did not run");
            ScriptedModel.Told refusal = model.told(1).orElseThrow();
            assertTrue(refusal.isError());
            assertTrue(refusal.text().contains("cattlegrid"), refusal.text());
            assertTrue(refusal.text().contains("critical-loss"), refusal.text());
            assertTrue(
                    Files.size(run.home().resolve(Store.IN_HOME).resolve("record")) > 0,
                    "it is written down");
            assertFalse(model.told(2).orElseThrow().isError(), "the session goes on");
        }
    }

    @Test
    void whatThePersonForbadeIsRefusedInTheSameTurn() throws Exception {
        ClaudeCodeRun run = ClaudeCodeRun.in(directory);
        Launcher.ofTheBuild(directory.resolve("gate")).setUp(run);
        try (var model =
                new ScriptedModel(
                        List.of(ScriptedModel.Turn.bash("git commit --allow-empty -m done")))) {
            String printed = run.play(model, "Fix the tests, but do not commit anything.");
            ScriptedModel.Told refusal =
                    model.told(0).orElseThrow(() -> new AssertionError(printed));
            assertTrue(refusal.text().contains("rule boundary"), refusal.text());
        }
    }

    @Test
    void whereNobodyIsThereTheThirdRefusalEndsTheRun() throws Exception {
        ClaudeCodeRun run = ClaudeCodeRun.in(directory);
        Launcher.ofTheBuild(directory.resolve("gate")).setUp(run, ClaudeCode.EVENTS, "--headless");
        try (var model =
                new ScriptedModel(
                        List.of(
                                ScriptedModel.Turn.bash("kubectl delete namespace a"),
                                ScriptedModel.Turn.bash("kubectl delete namespace b"),
                                ScriptedModel.Turn.bash("kubectl delete namespace c"),
                                ScriptedModel.Turn.bash("echo hello > made.txt")))) {
            String printed = run.play(model);
            assertFalse(Files.exists(run.project().resolve("made.txt")), printed);
            assertTrue(printed.contains("\"terminal_reason\":\"hook_stopped\""), printed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGateThatFailsLetsNothingThrough(Launcher.Failure failure) throws Exception {
        ClaudeCodeRun run = ClaudeCodeRun.in(directory);
        Launcher.thatFails(directory.resolve("gate"), failure).setUp(run, List.of("PreToolUse"));
        try (var model =
                new ScriptedModel(List.of(ScriptedModel.Turn.bash("echo hello > made.txt")))) {
            String printed = run.play(model);
            assertFalse(Files.exists(run.project().resolve("made.txt")), printed);
            ScriptedModel.Told refusal =
                    model.told(0).orElseThrow(() -> new AssertionError(printed));
            assertTrue(refusal.isError(), refusal.text());
        }
    }

    @Test
    void wordsThatTheGateCannotKeepDoNotReachTheAgent() throws Exception {
        ClaudeCodeRun run = ClaudeCodeRun.in(directory);
        Launcher.thatFails(directory.resolve("gate"), Launcher.Failure.CRASH).setUp(run);
        try (var model =
                new ScriptedModel(List.of(ScriptedModel.Turn.bash("echo hello > made.txt")))) {
            String printed = run.play(model);
            assertFalse(Files.exists(run.project().resolve("made.txt")), printed);
            assertTrue(printed.contains("UserPromptSubmit"), printed);
            assertTrue(model.told(0).isEmpty(), "no turn began");
        }
    }
}
