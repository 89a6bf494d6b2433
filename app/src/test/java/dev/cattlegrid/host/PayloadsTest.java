package dev.cattlegrid.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every payload that was recorded from a real client is heard for what it is. Long texts in them are cut.
class PayloadsTest {
    private static final List<String> RUN =
            List.of("claude-code", "codex", "gemini-cli", "qwen-code", "opencode");

    @TestFactory
    Stream<DynamicTest> recorded() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (String name : RUN) {
            Host host = Host.of(name).orElseThrow();
            for (String line : lines(name)) {
                Fields row = Hearing.fields(line);
                String file = row.text("file").orElseThrow();
                Fields payload = row.object("payload").orElseThrow();
                tests.add(
                        DynamicTest.dynamicTest(
                                name + " " + file, () -> check(host, file, payload)));
            }
        }
        return tests.stream();
    }

    private static void check(Host host, String file, Fields payload) {
        Heard heard = Hearing.heard(host, payload);
        if (heard instanceof Heard.Call call) {
            assertInstanceOf(Asked.Calls.class, call.asked(), call.toString());
            assertFalse(Hearing.answer(host, call).isBlank());
        }
        String event = file.replaceFirst("^http-request-", "").replaceFirst("-.*", "");
        switch (event) {
            case "PreToolUse", "BeforeTool" -> assertInstanceOf(Heard.Call.class, heard);
            case "PermissionRequest" -> {
                Class<? extends Heard> kind =
                        host instanceof QwenCode ? Heard.Call.class : Heard.Aside.class;
                assertInstanceOf(kind, heard);
            }
            case "PostToolUse", "AfterTool", "PostToolUseFailure" ->
                    assertInstanceOf(Heard.End.class, heard);
            case "SessionStart" -> assertInstanceOf(Heard.Begin.class, heard);
            case "SessionEnd" -> assertInstanceOf(Heard.Over.class, heard);
            case "ConfigChange" -> assertInstanceOf(Heard.Settings.class, heard);
            case "BeforeAgent" -> assertInstanceOf(Heard.Words.class, heard);
            case "UserPromptSubmit" -> {
                Class<? extends Heard> kind =
                        file.endsWith("-2") ? Heard.Aside.class : Heard.Words.class;
                assertInstanceOf(kind, heard);
            }
            default -> assertInstanceOf(Heard.Aside.class, heard);
        }
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in =
                PayloadsTest.class.getResourceAsStream("/payloads/" + name + ".jsonl")) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }
}
