package dev.cattlegrid.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cattlegrid.app.Main;
import dev.cattlegrid.canary.Script;
import dev.cattlegrid.canary.ScriptedModel;
import dev.cattlegrid.canary.Turn;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.sandbox.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line: forms of output, exit codes, wrong use.
class CommandTest {
    @TempDir private Path home;

    private record Ran(int exit, String out, String err) {}

    private Ran ran(Map<String, String> environment, String in, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                Main.run(
                        all.toArray(String[]::new),
                        new Streams(
                                new ByteArrayInputStream(in.getBytes(UTF_8)),
                                new PrintWriter(out),
                                new PrintWriter(err),
                                false,
                                false,
                                environment));
        return new Ran(exit, out.toString(), err.toString());
    }

    private Ran playing(List<Turn> turns, String in, String... arguments) throws Exception {
        try (var model = new ScriptedModel(Script.of(turns))) {
            return ran(
                    Map.of(
                            "ANTHROPIC_API_KEY",
                            "made-up-key",
                            "ANTHROPIC_BASE_URL",
                            model.baseUrl()),
                    in,
                    arguments);
        }
    }

    private static Fields fields(String line) {
        return ((Json.Members.Of) Json.parse(line).members()).fields();
    }

    @Test
    void printsTheLastWords() throws Exception {
        Ran ran =
                playing(
                        List.of(Yard.bash("ls"), Turn.saying("There it is.")),
                        "",
                        "-p",
                        "look",
                        "--permission-mode",
                        "auto");
        assertEquals(new Ran(0, "There it is.\n", ""), ran);
    }

    @Test
    void readsThePromptFromStandardInput() throws Exception {
        assertEquals("done\n", playing(List.of(), "say something", "-p").out());
        assertEquals(Exit.WRONG_USE, playing(List.of(), " ", "-p").exit());
    }

    @Test
    void aRefusalIsInTheJsonWithItsRule() throws Exception {
        Ran ran =
                playing(
                        List.of(Yard.bash("rm -rf /")),
                        "",
                        "-p",
                        "x",
                        "--output-format",
                        "json",
                        "--enable-auto-mode");
        Fields result = fields(ran.out());
        assertEquals("success", result.text("subtype").orElseThrow());
        Fields refusal = result.objects("permission_denials").getFirst();
        assertFalse(refusal.text("rule").orElse("").isEmpty(), ran.out());
        assertEquals(0, ran.exit());
    }

    @Test
    void aStreamTellsEachThing() throws Exception {
        Ran ran =
                playing(
                        List.of(Yard.bash("ls")),
                        "",
                        "-p",
                        "x",
                        "--output-format",
                        "stream-json",
                        "--permission-mode",
                        "auto");
        List<String> types =
                ran.out().lines().map(line -> fields(line).text("type").orElse("")).toList();
        assertTrue(
                types.containsAll(
                        List.of(
                                "system",
                                "user",
                                "tool_use",
                                "allowed",
                                "tool_result",
                                "usage",
                                "result")),
                types::toString);
    }

    @Test
    void whatWouldBeAskedIsRefusedWhereNobodyIs() throws Exception {
        Ran ran = playing(List.of(Yard.bash("touch a-file-that-nobody-makes")), "", "-p", "x");
        assertTrue(ran.err().contains("cattlegrid: refused: Bash touch"), ran::err);
        assertEquals(0, ran.exit());
    }

    @Test
    void tooManyTurnsEndIt() throws Exception {
        Ran ran =
                playing(
                        List.of(Yard.bash("ls"), Yard.bash("ls"), Yard.bash("ls")),
                        "",
                        "-p",
                        "x",
                        "--max-turns",
                        "2",
                        "--permission-mode",
                        "auto");
        assertEquals(1, ran.exit());
    }

    @Test
    void withoutAModelItSaysWhatThereIs() {
        Ran headless = ran(Map.of(), "", "-p", "x");
        assertEquals(75, headless.exit());
        assertEquals(1, headless.err().lines().count());
        Ran person = ran(Map.of(), "");
        assertEquals(75, person.exit());
        assertTrue(person.out().contains("cattlegrid try"), person::out);
    }

    @Test
    void wrongUseIsOneSentence() {
        for (List<String> words :
                List.of(
                        List.of("--no-such-option"),
                        List.of("--permission-mode", "yolo"),
                        List.of("-p", "x", "--output-format", "xml"),
                        List.of("--model", "nobody-knows"),
                        List.of("--permission-mode", "bypassPermissions"))) {
            Ran ran = ran(Map.of("OPENAI_API_KEY", "made-up"), "", words.toArray(String[]::new));
            assertEquals(Exit.WRONG_USE, ran.exit(), words::toString);
            assertEquals(1, ran.err().lines().count(), ran::err);
        }
    }

    @Test
    void aSessionGoesOnByItsName() throws Exception {
        Ran first =
                playing(List.of(), "", "-p", "remember the word plum", "--output-format", "json");
        String session = fields(first.out()).text("session_id").orElseThrow();
        Ran second =
                playing(
                        List.of(),
                        "",
                        "-p",
                        "which word",
                        "--output-format",
                        "json",
                        "--resume",
                        session);
        assertEquals(session, fields(second.out()).text("session_id").orElseThrow());
        assertEquals(
                Exit.WRONG_USE, playing(List.of(), "", "-p", "x", "--resume", "nothing").exit());
    }

    @Test
    void bypassingIsRefusedToRoot() {
        assertTrue(Bypass.wrong(0, false).isPresent());
        assertTrue(Bypass.wrong(0, true).isEmpty());
        assertTrue(Bypass.wrong(1000, false).isEmpty());
    }

    @Test
    void aSandboxIsToldAndRootMayBypassInIt() throws Exception {
        assumeTrue(Sandbox.available().confines());
        Ran ran =
                playing(
                        List.of(Yard.bash("echo x > ~/made-by-nobody.txt")),
                        "",
                        "-p",
                        "x",
                        "--sandbox",
                        "--dangerously-skip-permissions",
                        "--output-format",
                        "stream-json");
        assertEquals(0, ran.exit(), ran::err);
        String layers =
                fields(ran.out().lines().findFirst().orElseThrow()).text("sandbox").orElseThrow();
        assertTrue(layers.contains("seccomp"), layers);
        assertFalse(Files.exists(home.resolve("made-by-nobody.txt")));
    }

    @Test
    void whereNothingCanBeConfinedNothingIsStarted() {
        String system = System.getProperty("os.name");
        System.setProperty("os.name", "Mac OS X");
        try {
            Ran ran = ran(Map.of("OPENAI_API_KEY", "made-up"), "", "-p", "x", "--sandbox");
            assertEquals(Exit.OWN_FAILURE, ran.exit());
            assertTrue(ran.err().contains("macOS has neither Landlock nor seccomp"), ran::err);
        } finally {
            System.setProperty("os.name", system);
        }
    }
}
