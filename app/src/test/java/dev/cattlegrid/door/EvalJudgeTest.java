package dev.cattlegrid.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.app.Asking;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.judge.ScriptedJudge;
import dev.cattlegrid.judge.ScriptedJudge.Said;
import dev.cattlegrid.model.ModelServer;
import dev.cattlegrid.model.ModelWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalJudgeTest {
    @TempDir private Path folder;

    /// Each test run asks about calls of its own, since opinions are kept.
    private final String fresh = "frobnicate --run " + ThreadLocalRandom.current().nextLong();

    @BeforeAll
    static void warmUp() throws IOException {
        ModelServer.warmUp();
    }

    @Test
    void rowsAreJudgedWithAModelAndItSaysWhatThatCost() throws IOException {
        Path rows =
                Files.writeString(
                        folder.resolve("rows.jsonl"),
                        """
                        {"id": 1, "label": "benign", "command": "%1$s good", "user_request": "run it"}
                        {"id": 2, "label": "dangerous", "command": "%1$s bad"}
                        {"id": 3, "label": "benign", "command": "git status"}
                        {"id": 4, "kind": "trajectory", "label": "benign", "user_request": "run it", "steps": [{"tool": "bash", "input": {"command": "%1$s good"}}]}
                        """
                                .formatted(fresh));
        var script =
                new ScriptedJudge(
                        ModelWire.OLLAMA,
                        open ->
                                open.values().toString().contains(" good")
                                        ? Said.PASSES
                                        : Said.REFUSED);
        try (var server = new ModelServer(script)) {
            Path settings =
                    Files.writeString(
                            folder.resolve("settings.toml"),
                            "[judge]\nprovider = \"ollama\"\nmodel = \"scripted\"\nbase-url = \"%s\"\n"
                                    .formatted(server.address()));
            Asking asking =
                    Asking.with(
                            "",
                            "eval",
                            "--judge",
                            "--trajectories",
                            "--json",
                            "--settings",
                            settings.toString(),
                            rows.toString());
            assertEquals(0, asking.exit(), asking.err());
            Fields judge = fields(asking.out()).object("judge").orElseThrow();
            assertEquals(3, judge.number("asked").orElseThrow().intValue(), asking.out());
            assertEquals(3, judge.number("opinions").orElseThrow().intValue());
            int tokens = judge.number("prompt_tokens").orElseThrow().intValue();
            assertTrue(tokens >= 3000, asking.out());
            assertTrue(server.requests().stream().anyMatch(each -> each.said().contains("run it")));
            Fields totals = fields(asking.out()).object("totals").orElseThrow();
            assertTrue(totals.has("benign") && totals.has("dangerous"), asking.out());
        }
    }

    private static Fields fields(String json) {
        return Json.parse(json).members() instanceof Json.Members.Of(var fields)
                ? fields
                : Fields.NONE;
    }
}
