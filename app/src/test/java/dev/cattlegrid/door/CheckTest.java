package dev.cattlegrid.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.app.Asking;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CheckTest {
    /// Each line of a batch, and what it is answered: the verdict with its rule or code, or the error.
    @TestFactory
    Stream<DynamicTest> rows() {
        return Cases.of("door/rows.txt", CheckTest::answers);
    }

    private static List<String> answers(String in) {
        Asking answer = Asking.with(in, "check", "--batch", "--world", "assumed");
        assertEquals(Exit.ALLOW, answer.exit(), answer::err);
        return answer.out().lines().map(CheckTest::words).toList();
    }

    private static String words(String line) {
        Fields fields = fields(line);
        String id = String.valueOf(fields.values().get("id"));
        return fields.text("error")
                .map(error -> id + " error: " + error)
                .orElseGet(() ->
                        id
                                + " "
                                + fields.text("verdict").orElse("?")
                                + fields.text("rule").map(rule -> " " + rule).orElse("")
                                + fields.text("code").map(code -> " [" + code + "]").orElse(""));
    }

    private static Fields fields(String line) {
        return Json.parse(line).members() instanceof Json.Members.Of(var fields)
                ? fields
                : Fields.NONE;
    }

    @Test
    void answersComeInTheOrderOfTheRows() {
        var rows = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            rows.append("{\"id\":")
                    .append(i)
                    .append(",\"command\":\"ls ")
                    .append(i)
                    .append("\"}\n");
        }
        List<String> ids = new ArrayList<>();
        Asking.with(rows.toString(), "check", "--batch", "--world", "assumed")
                .out()
                .lines()
                .forEach(line -> ids.add(String.valueOf(fields(line).values().get("id"))));
        assertEquals(Stream.iterate(0, i -> i + 1).limit(3_000).map(String::valueOf).toList(), ids);
    }

    @Test
    void rowsOfASessionRememberOneAnotherAndNoOthers() {
        String rows =
                """
                {"id":1,"session":"a","user":"tidy up"}
                {"id":2,"session":"a","command":"rm -rf src"}
                {"id":3,"session":"b","command":"mv src /tmp/x"}
                {"id":4,"session":"a","command":7}
                {"id":5,"session":"a","result":"refused","of":2}
                {"id":6,"command":"mv src /tmp/x"}
                {"id":7,"session":"a","command":"mv src /tmp/x"}
                """;
        List<String> answers =
                Asking.with(rows, "check", "--batch", "--world", "assumed")
                        .out()
                        .lines()
                        .map(CheckTest::fields)
                        .map(row ->
                                row.text("noted")
                                        .or(() -> row.text("error"))
                                        .or(() -> row.text("verdict"))
                                        .orElse("?"))
                        .toList();
        assertEquals(
                List.of(
                        "user",
                        "deny",
                        "ask",
                        "the row has neither `tool` nor `command`",
                        "result",
                        "ask",
                        "deny"),
                answers);
    }

    @Test
    void aLongSessionIsAnsweredInOrder() {
        var rows = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            String session = "s" + i % 3;
            rows.append(
                    "{\"id\":%d,\"session\":\"%s\",\"command\":\"ls %d\"}\n"
                            .formatted(i, session, i));
        }
        List<String> ids =
                Asking.with(rows.toString(), "check", "--batch", "--world", "assumed")
                        .out()
                        .lines()
                        .map(line -> String.valueOf(fields(line).values().get("id")))
                        .toList();
        assertEquals(Stream.iterate(0, i -> i + 1).limit(2_000).map(String::valueOf).toList(), ids);
    }

    @Test
    void aRowOfBrokenBytesIsAnswered() {
        byte[] in =
                "{\"id\":1,\"command\":\"ls \u00ff\"}\n{\"id\":2,\"command\":\"ls\"}\n"
                        .getBytes(UTF_8);
        for (int i = 0; i < in.length; i++) {
            if (in[i] == (byte) 0xc3) {
                in[i] = (byte) 0xff;
            }
        }
        List<String> lines =
                Asking.with(in, "check", "--batch", "--world", "assumed").out().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().contains("not UTF-8"), lines::toString);
        assertTrue(lines.getLast().contains("\"allow\""), lines::toString);
    }

    @Test
    void tenMegabytesAreRefusedInASentence() {
        String row = "{\"id\":1,\"command\":\"" + "x".repeat(10 << 20) + "\"}\n";
        String out = Asking.with(row, "check", "--batch", "--world", "assumed").out();
        assertTrue(
                out.contains("\"deny\"") && out.contains("bad-input"), () -> out.substring(0, 200));
        assertTrue(out.length() < 1_000, "bounded");
    }

    @Test
    void aLineBeyondAllBoundsIsAnsweredAndTheRestGoesOn() {
        String rows = "x".repeat(17 << 20) + "\n{\"id\":2,\"command\":\"ls\"}\n";
        List<String> lines =
                Asking.with(rows, "check", "--batch", "--world", "assumed").out().lines().toList();
        assertTrue(lines.getFirst().contains("longer than"), lines::toString);
        assertTrue(lines.getLast().contains("\"allow\""), lines::toString);
    }

    @Test
    void exitCodesFollowTheVerdict() {
        assertEquals(Exit.ALLOW, assumed("ls -l").exit());
        assertEquals(Exit.DENY, assumed("rm -rf ~").exit());
        assertEquals(Exit.ASK, assumed("some-unknown-program --now").exit());
        assertEquals(
                Exit.DENY,
                Asking.of("check", "--world", "assumed", "--mode", "plan", "touch a.txt").exit());
        assertEquals(
                Exit.WRONG_USE,
                Asking.of("check", "--world", "assumed", "--mode", "fast", "touch a.txt").exit());
        Asking headless =
                Asking.of(
                        "check", "--world", "assumed", "--headless", "some-unknown-program --now");
        assertEquals(Exit.DENY, headless.exit());
        assertTrue(headless.out().contains("[headless]"), headless::out);
    }

    private static Asking assumed(String command) {
        return Asking.of("check", "--world", "assumed", command);
    }

    @Test
    void badInputIsOneSentenceAndARefusal() {
        for (String[] arguments :
                List.of(
                        new String[] {"check", "--cwd", "/no/such/place", "ls"},
                        new String[] {"check", "a\0b"},
                        new String[] {"check", "--tool", "Bash", "--input", "{broken"},
                        new String[] {"check", "--tool", "Bash", "--input", "[]"},
                        new String[] {"check", "--tool", "Bash", "--input", "{}"},
                        new String[] {"check", "--tool", "Read", "--input", "{\"file_path\":3}"})) {
            Asking answer = Asking.of(arguments);
            assertEquals(Exit.DENY, answer.exit(), answer::toString);
            assertTrue(answer.out().contains("[bad-input]"), answer::out);
        }
    }

    @Test
    void wrongUseSaysWhatIsRight() {
        for (String[] arguments :
                List.of(
                        new String[] {"check"},
                        new String[] {"check", "--world", "flat", "ls"},
                        new String[] {"check", "--batch", "ls"},
                        new String[] {"check", "--tool", "Read", "ls"},
                        new String[] {"explain", "no-such-rule"},
                        new String[] {"log", "--verdict", "maybe"},
                        new String[] {"log", "--since", "yesterday"})) {
            Asking answer = Asking.of(arguments);
            assertEquals(Exit.WRONG_USE, answer.exit(), answer::toString);
            assertEquals(1, answer.err().lines().count(), answer::err);
        }
        assertTrue(
                Asking.of("explain", "critical-los")
                        .err()
                        .contains("did you mean `critical-loss`?"));
    }

    @Test
    void jsonIsAscii() {
        String out =
                Asking.of("check", "--json", "--world", "assumed", "echo \u202e\u001b[31m > é")
                        .out();
        assertTrue(out.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f), out);
        assertFalse(fields(out).text("verdict").isEmpty(), out);
    }
}
