package dev.cattlegrid.canary;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every real client plays a script to its end and tells the model what came of its calls.
@Tag("clients")
class ScriptedModelTest {
    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"claude-code", "codex", "gemini-cli", "qwen-code", "opencode"})
    void aClientMakesTheCallsOfAScript(String host) throws Exception {
        Client client = Client.of(host).orElseThrow();
        var programs = InstalledPrograms.of(client);
        Paddock paddock = Paddock.in(directory);
        var script =
                Script.of(
                        Turn.of(client.shell("echo hello > made.txt")),
                        Turn.of(client.shell("cat made.txt; echo again > more.txt")));
        try (var model = new ScriptedModel(script)) {
            client.settle(paddock, model.baseUrl());
            Paddock.Ran ran =
                    client.play(
                            programs,
                            paddock,
                            model,
                            "Please do the next steps of the task.",
                            Map.of(),
                            Duration.ofSeconds(300));
            assertTrue(Files.exists(paddock.project().resolve("more.txt")), ran::toString);
            assertFalse(model.told(1).orElseThrow().text().isBlank(), ran::toString);
        }
    }
}
