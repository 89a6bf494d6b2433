package dev.cattlegrid.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.cattlegrid.Gate;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.world.RealWorld;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A file of the project in which the session changed something counts for more than the project's own when it runs.
class WrittenThenRunTest {
    @TempDir Path project;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(project.resolve("src"));
        Files.writeString(project.resolve("src/work.txt"), "in no commit");
        Files.createDirectories(project.resolve(".git"));
        write("package.json", "{\"scripts\": {\"test\": \"rm -rf src\"}}");
        write("Makefile", "include rules.mk\nall:\n\techo\n");
        write("rules.mk", "nuke:\n\trm -rf src\n");
        write("justfile", "tidy:\n  rm -rf src\n");
        write("main.py", "import helper\nhelper.go()\n");
        write("helper.py", "import shutil\ndef go():\n    shutil.rmtree('src')\n");
        write("run.sh", "npm test\n");
        write("old.sh", "rm -rf src\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(project.resolve(name), text);
    }

    @ParameterizedTest
    @CsvSource({
        "package.json, npm test",
        "rules.mk, make nuke",
        "justfile, just tidy",
        "helper.py, python3 main.py",
        "helper.py, pytest main.py",
        "package.json, bash run.sh",
        "old.sh, bash old.sh"
    })
    void whatTheSessionChangedIsReadAgain(String file, String command) {
        assertEquals(Verdict.ALLOW, decide(command, Ledger.EMPTY).verdict());
        assertNotEquals(Verdict.ALLOW, decide(command, afterEditOf(file)).verdict());
    }

    @Test
    void aChangeOfAnotherFileChangesNothing() {
        assertEquals(Verdict.ALLOW, decide("npm test", afterEditOf("rules.mk")).verdict());
        assertEquals(Verdict.ALLOW, decide("make all", afterEditOf("rules.mk")).verdict());
        assertEquals(Verdict.ALLOW, decide("python3 main.py", afterEditOf("main.py")).verdict());
    }

    private Ledger afterEditOf(String file) {
        var edit =
                new ToolCall.Edit(
                        project.resolve(file).toString(),
                        List.of(new ToolCall.Edit.Change("a", "b")),
                        here());
        return Ledger.EMPTY.after(gate().decide(edit, Ledger.EMPTY).event("edit"));
    }

    private Decision decide(String command, Ledger ledger) {
        return gate().decide(new ToolCall.Shell(command, here()), ledger);
    }

    private Gate gate() {
        return Gate.builtIn(
                RealWorld.of(
                        new RealWorld.Setting(project.toString(), List.of(), Map.of(), List.of())));
    }

    private Origin here() {
        return Origin.in(project.toString());
    }
}
