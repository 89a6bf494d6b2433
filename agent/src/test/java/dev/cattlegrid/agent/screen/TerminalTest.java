package dev.cattlegrid.agent.screen;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cattlegrid.agent.Yard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The screen in a real terminal: keys in, screens out, a model over real HTTP.
class TerminalTest {
    private static final String ASKS = "↑↓ and Enter";

    @TempDir private Path top;
    private Yard yard;

    @BeforeEach
    void aYard() throws Exception {
        assumeTrue(Stage.isThere(), "there is no tmux");
        yard = new Yard(top);
    }

    private Teller.Answer read(String words, String file) {
        return Teller.calling(
                words, "Read", Map.of("file_path", yard.project.resolve(file).toString()));
    }

    @Test
    void aTurnInAutoMode() throws Exception {
        yard.write("notes.txt", "nowhere else\n");
        try (var model =
                        new Teller(
                                read("I'll make `main` return 2.", "src/app.py"),
                                Teller.calling(
                                        "",
                                        "Edit",
                                        Map.of(
                                                "file_path",
                                                yard.project.resolve("src/app.py").toString(),
                                                "old_string",
                                                "return 1",
                                                "new_string",
                                                "return 2")),
                                Teller.bash("Now I tidy up.", "git clean -fd"),
                                Teller.bash("", "git status --short"),
                                Teller.saying(
                                        "Done: ",
                                        "`main` returns 2.\n",
                                        "`notes.txt` is still there."));
                var stage = new Stage(yard, top)) {
            stage.start(model.baseUrl(), "--permission-mode", "acceptEdits");
            stage.see("acceptEdits");
            stage.press("BTab");
            stage.see("plan ·");
            stage.press("BTab");
            stage.see("auto ·");
            stage.looksLike("start");
            stage.type("make main return 2, then tidy up");
            stage.press("Enter");
            stage.see("still there.");
            stage.see("3 allowed, 1 refused");
            stage.looksLike("turn");
            stage.type("/why");
            stage.press("Enter");
            stage.see("cattlegrid why");
            stage.press("C-d");
            stage.see("ended with 0");
            assertTrue(Files.exists(yard.project.resolve("notes.txt")));
        }
    }

    @Test
    void theGateAsks() throws Exception {
        yard.write("notes.txt", "nowhere else\n");
        try (var model =
                        new Teller(
                                Teller.bash("I'll clear the tree.", "git clean -fd"),
                                Teller.bash("Then I leave a mark.", "touch mark.txt"),
                                Teller.bash("", "touch other.txt"),
                                Teller.saying("Both are settled."));
                var stage = new Stage(yard, top)) {
            stage.start(model.baseUrl());
            stage.see("default ·");
            stage.type("clean up, but do not delete any data");
            stage.press("Enter");
            stage.see(ASKS);
            stage.looksLike("question");
            stage.press("2");
            stage.see("keep this grant");
            stage.looksLike("question-always");
            stage.press("Escape");
            stage.seeNoMore("keep this grant");
            stage.press("4");
            stage.see("what is the agent told?");
            stage.type("use other.txt");
            stage.looksLike("question-word");
            stage.press("Enter");
            stage.see("touch other.txt");
            stage.see(ASKS);
            stage.type("y");
            stage.see("Both are settled.");
            stage.type("/permissions");
            stage.press("Enter");
            stage.see("refused lately");
            stage.looksLike("permissions");
            stage.press("Escape");
            stage.seeNoMore("refused lately");
            assertTrue(Files.exists(yard.project.resolve("notes.txt")));
            assertFalse(Files.exists(yard.project.resolve("mark.txt")));
            assertTrue(Files.exists(yard.project.resolve("other.txt")));
        }
    }

    @Test
    void withoutColoursAndWithoutAScreen() throws Exception {
        List<String> words = List.of("--home", yard.home.toString(), "--model", "sonnet");
        try (var model = new Teller(Teller.saying("Here I am."))) {
            String[] variables = {
                "ANTHROPIC_API_KEY=made-up-key",
                "ANTHROPIC_BASE_URL=" + model.baseUrl(),
                "NO_COLOR=1"
            };
            try (var stage = new Stage(yard, top)) {
                stage.run(words, 100, 30, variables);
                stage.see("default ·");
                stage.type("hello");
                stage.press("Enter");
                stage.see("Here I am.");
                assertFalse(stage.coloured().contains("\033[3"), stage.coloured());
            }
            variables[2] = "TERM=dumb";
            try (var stage = new Stage(yard, top)) {
                stage.run(words, 100, 30, variables);
                stage.see("mode default");
            }
        }
    }

    @Test
    void tryIsShown() throws Exception {
        try (var stage = new Stage(yard, top)) {
            stage.run(List.of("try"), 100, 60);
            stage.see(ASKS);
            stage.looksLike("try-question");
            stage.press("BTab");
            stage.press("n");
            stage.see("ends it.");
            stage.see("auto ·");
            stage.looksLike("try");
            stage.type("/quit");
            stage.press("Enter");
            stage.see("ended with 0");
        }
    }

    @Test
    void longTextsAndLinesAreWritten() throws Exception {
        try (var model = new Teller(Teller.saying("Read: 喜 and é."));
                var stage = new Stage(yard, top)) {
            stage.start(model.baseUrl());
            stage.see("default ·");
            stage.type("look at @s");
            stage.see("@src/");
            stage.press("Tab");
            stage.see("@src/app.py");
            stage.press("Tab");
            stage.type("and 寿司 ☕:");
            stage.press("M-Enter");
            stage.paste("line 1\nline 2\nline 3\nline \033[31m4\nline 5\n");
            stage.see("[paste 1: 5 lines]");
            stage.looksLike("writing");
            stage.press("Enter");
            stage.see("Read: 喜");
            stage.looksLike("written");
            stage.type("/");
            stage.see("/permissions");
            stage.looksLike("commands");
            stage.press("C-u");
            stage.seeNoMore("/permissions");
            stage.resize(60, 20);
            stage.see("default · claude");
            stage.type("x".repeat(70));
            stage.press("C-e");
            stage.looksLike("narrow");
        }
    }

    @Test
    void escBreaksOffAndNothingIsLost() throws Exception {
        try (var model =
                        new Teller(
                                Teller.halting("Once upon a time", " there was"),
                                Teller.saying("Here I am again."));
                var stage = new Stage(yard, top)) {
            stage.start(model.baseUrl());
            stage.see("default ·");
            stage.type("tell me a story");
            stage.press("Enter");
            stage.see("Once upon a time");
            stage.see("Esc breaks off");
            stage.type("and another");
            stage.see("> and another");
            stage.press("Escape");
            stage.see("broken off");
            stage.looksLike("broken-off");
            stage.press("Enter");
            stage.see("Here I am again.");
            stage.press("C-c");
            stage.see("Ctrl-C once more");
            stage.press("C-c");
            stage.see("ended with 0");
        }
    }
}
