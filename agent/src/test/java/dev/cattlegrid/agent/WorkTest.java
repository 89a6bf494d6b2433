package dev.cattlegrid.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.tool.Done;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.canary.Call;
import dev.cattlegrid.canary.Turn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everyday tasks in real repositories, over real HTTP: what is left on the disk and in git at the end.
class WorkTest {
    @TempDir private Path top;
    private Yard yard;

    @BeforeEach
    void aYard() throws Exception {
        yard = new Yard(top);
    }

    private String path(String file) {
        return yard.project.resolve(file).toString();
    }

    private Call reading(String file) {
        return Call.of("Read", Map.of("file_path", path(file)));
    }

    private Call edit(String file, String before, String after) {
        return Call.of(
                "Edit", Map.of("file_path", path(file), "old_string", before, "new_string", after));
    }

    private void nothingWasRefused() {
        assertEquals(List.of(), yard.all(Happening.Refused.class));
    }

    private String ran(int number) {
        return yard.all(Happening.Ran.class).get(number).done().text();
    }

    /// The same task, whoever's words are spoken over the wire.
    @ParameterizedTest
    @ValueSource(strings = {"sonnet", "openai/gpt-x", "gemini/gemini-x"})
    void mendsAndCommits(String model) throws Exception {
        yard.model = model;
        yard.play(
                "main should return 2",
                Turn.of(reading("src/app.py")),
                Turn.of(edit("src/app.py", "return 1", "return 2")),
                Yard.bash(
                        "python3 -c 'import sys; sys.path.insert(0, \"src\"); import app; assert app.main() == 2'"),
                Yard.bash("git commit -qam 'Return 2' && git status --short"));
        nothingWasRefused();
        assertEquals("Return 2", yard.git("log", "-1", "--format=%s"));
        assertTrue(yard.git("show", "HEAD:src/app.py").contains("return 2"));
    }

    @Test
    void renamesInSeveralFiles() throws Exception {
        yard.write("src/use.py", "from app import main\n\nmain()\nmain()\n");
        yard.git("add", ".");
        yard.git("commit", "-qm", "use");
        yard.play(
                "rename main to start",
                Turn.of(
                        Call.of("Grep", Map.of("pattern", "\\bmain\\b", "glob", "*.py")),
                        Call.of("Glob", Map.of("pattern", "**/*.py"))),
                Turn.of(reading("src/app.py"), reading("src/use.py")),
                Turn.of(
                        edit("src/app.py", "def main", "def start"),
                        Call.of(
                                "MultiEdit",
                                Map.of(
                                        "file_path",
                                        path("src/use.py"),
                                        "edits",
                                        List.of(
                                                Map.of(
                                                        "old_string",
                                                        "import main",
                                                        "new_string",
                                                        "import start"),
                                                Map.of(
                                                        "old_string",
                                                        "main()",
                                                        "new_string",
                                                        "start()",
                                                        "replace_all",
                                                        true))))),
                Yard.bash("cd src && python3 use.py"));
        nothingWasRefused();
        assertEquals("from app import start\n\nstart()\nstart()\n", yard.read("src/use.py"));
        assertTrue(ran(0).contains("src/use.py:3:main()"), ran(0));
        assertEquals("", ran(6));
    }

    @Test
    @Timeout(30)
    void searchesInLinearTime() throws Exception {
        yard.write("long.txt", "a".repeat(50_000) + "!\n");
        yard.play(
                "look for the long word",
                Turn.of(
                        Call.of("Grep", Map.of("pattern", "^(a+)+$", "path", path("long.txt"))),
                        Call.of("Grep", Map.of("pattern", "(a)\\1", "path", path("long.txt")))));
        assertEquals("nothing found", ran(0));
        assertTrue(ran(1).contains("is no regular expression"), ran(1));
    }

    @Test
    void branchesAndMerges() throws Exception {
        yard.play(
                "add a file on a branch and merge it",
                Yard.bash("git switch -qc feature"),
                Turn.of(
                        Call.of(
                                "Write",
                                Map.of("file_path", path("new/deep.txt"), "content", "x\n"))),
                Yard.bash("git add new && git commit -qm 'A file'"),
                Yard.bash(
                        "git switch -q main && git merge -q --no-edit feature && git branch -d feature"));
        nothingWasRefused();
        assertEquals("x\n", yard.read("new/deep.txt"));
        assertEquals("main", yard.git("branch", "--format=%(refname:short)"));
    }

    @Test
    void aChangeIsAllOrNothing() throws Exception {
        yard.play(
                "x",
                Turn.of(reading("src/app.py")),
                Turn.of(
                        Call.of(
                                "MultiEdit",
                                Map.of(
                                        "file_path",
                                        path("src/app.py"),
                                        "edits",
                                        List.of(
                                                Map.of(
                                                        "old_string",
                                                        "return 1",
                                                        "new_string",
                                                        "return 5"),
                                                Map.of(
                                                        "old_string",
                                                        "is not there",
                                                        "new_string",
                                                        "y"))))));
        assertEquals("def main():\n    return 1\n", yard.read("src/app.py"));
        assertTrue(yard.all(Happening.Ran.class).getLast().done().failed());
    }

    @Test
    void whatChangedSinceItWasReadIsReadAgain() throws Exception {
        yard.play(
                "x",
                Turn.of(reading("src/app.py")),
                Yard.bash("echo '# more' >> src/app.py"),
                Turn.of(edit("src/app.py", "return 1", "return 2")),
                Turn.of(Call.of("Write", Map.of("file_path", path("README.md"), "content", "y"))));
        assertTrue(yard.read("src/app.py").contains("return 1"));
        assertEquals("# A small project\n", yard.read("README.md"));
    }

    @Test
    void aPersonSeesTheDifference() throws Exception {
        yard.play(
                "x",
                Turn.of(reading("src/app.py")),
                Turn.of(edit("src/app.py", "return 1", "return 2")));
        Done.View view = yard.all(Happening.Ran.class).getLast().done().view().orElseThrow();
        assertTrue(
                view instanceof Done.View.Diff(_, var lines, var added, var removed)
                        && added == 1
                        && removed == 1
                        && lines.contains("+    return 2"),
                view::toString);
    }

    @Test
    void aJobRunsOnAndIsEnded() throws Exception {
        yard.play(
                "x",
                Turn.of(
                        Call.of(
                                "Bash",
                                Map.of(
                                        "command",
                                        "echo ready; sleep 60",
                                        "run_in_background",
                                        true))),
                Yard.bash("sleep 0.5"),
                Turn.of(Call.of("BashOutput", Map.of("bash_id", "bash_1"))),
                Turn.of(Call.of("KillShell", Map.of("shell_id", "bash_1"))),
                Turn.of(Call.of("BashOutput", Map.of("bash_id", "bash_1"))));
        nothingWasRefused();
        assertEquals("ready\n(still running)", ran(2));
        assertEquals("ended", ran(3));
        assertTrue(ran(4).startsWith("(ended with exit code"), ran(4));
    }

    @Test
    void aCommandThatTakesTooLongIsEndedWithItsChildren() throws Exception {
        yard.play(
                "x",
                Turn.of(
                        Call.of(
                                "Bash",
                                Map.of(
                                        "command",
                                        "(sleep 3; echo late > late.txt) & sleep 30",
                                        "timeout",
                                        400))),
                Yard.bash("sleep 4; ls"));
        assertTrue(ran(0).contains("(ended after"), ran(0));
        assertFalse(Files.exists(yard.project.resolve("late.txt")));
    }

    @Test
    void theShellStaysInTheProject() throws Exception {
        yard.play("x", Yard.bash("cd src"), Yard.bash("cd /usr && pwd"), Yard.bash("pwd"));
        assertEquals("/usr\n(the shell is back in " + yard.project + ")", ran(1));
        assertEquals(yard.project.toString(), ran(2));
    }

    @Test
    void inThePlanModeNothingChanges() throws Exception {
        yard.mode = Origin.Mode.PLAN;
        yard.play(
                "x",
                Turn.of(reading("src/app.py")),
                Turn.of(edit("src/app.py", "return 1", "return 2")),
                Yard.bash("touch a.txt"));
        assertEquals("", yard.git("status", "--short"));
        assertEquals(2, yard.all(Happening.Refused.class).size());
    }

    @Test
    void editsPassByThemselvesInTheirMode() throws Exception {
        yard.mode = Origin.Mode.ACCEPT_EDITS;
        yard.play(
                "x",
                Turn.of(reading("src/app.py")),
                Turn.of(edit("src/app.py", "return 1", "return 2")));
        nothingWasRefused();
        assertTrue(yard.read("src/app.py").contains("return 2"));
    }

    @Test
    void aQuestionOfTheAgentIsAnswered() throws Exception {
        yard.asks = true;
        yard.person =
                happening ->
                        happening instanceof Happening.Wondered wondered
                                ? Optional.of(new Act.Reply(wondered.number(), "blue"))
                                : Optional.empty();
        yard.play(
                "x",
                Turn.of(
                        Call.of(
                                "AskUserQuestion",
                                Map.of("question", "Which?", "options", List.of("red", "blue")))));
        assertEquals("blue", ran(0));
    }

    @Test
    void aListIsKept() throws Exception {
        yard.play(
                "x",
                Turn.of(
                        Call.of(
                                "TodoWrite",
                                Map.of(
                                        "todos",
                                        List.of(
                                                Map.of("content", "look", "status", "completed"),
                                                Map.of("content", "mend", "status", "pending"))))));
        assertEquals("1 of 2 done", ran(0));
    }
}
