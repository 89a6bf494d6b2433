package dev.cattlegrid.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.canary.Call;
import dev.cattlegrid.canary.Turn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The loop over real HTTP: tools that run, calls that are refused, a person who is asked.
class SessionTest {
    @TempDir private Path top;
    private Yard yard;

    @BeforeEach
    void aYard() throws Exception {
        yard = new Yard(top);
    }

    private static Turn edit(Path file, String before, String after) {
        return Turn.of(
                Call.of(
                        "Edit",
                        Map.of(
                                "file_path",
                                file.toString(),
                                "old_string",
                                before,
                                "new_string",
                                after)));
    }

    @Test
    void readsEditsAndRuns() throws Exception {
        Path file = yard.project.resolve("src/app.py");
        Happening.Ending ending =
                yard.play(
                        "make main return 2",
                        Yard.read(file),
                        edit(file, "return 1", "return 2"),
                        Yard.bash("cd src && python3 -c 'import app; print(app.main())'"),
                        Yard.bash("pwd"));
        assertEquals(new Happening.Ending.Answered("done"), ending);
        assertEquals("def main():\n    return 2\n", yard.read("src/app.py"));
        var ran = yard.all(Happening.Ran.class);
        assertEquals("2", ran.get(2).done().text());
        assertEquals(yard.project.resolve("src").toString(), ran.get(3).done().text());
        assertEquals(4, yard.all(Happening.Allowed.class).size());
    }

    @Test
    void whatIsRefusedGoesBackWithItsReason() throws Exception {
        yard.write("notes.txt", "not committed\n");
        yard.play("tidy up", Yard.bash("rm -rf ."), Yard.bash("git status --short"));
        assertTrue(Files.exists(yard.project.resolve("notes.txt")));
        var refused = yard.all(Happening.Refused.class);
        assertEquals(1, refused.size());
        assertFalse(refused.getFirst().refusal().rule().isEmpty());
        assertFalse(refused.getFirst().refusal().entry().isEmpty());
        assertEquals(1, yard.all(Happening.Ran.class).size());
    }

    @Test
    void aPersonLetsExactlyThisPassOnce() throws Exception {
        yard.mode = Origin.Mode.DEFAULT;
        yard.asks = true;
        yard.person =
                happening ->
                        happening instanceof Happening.Asked asked
                                ? Optional.of(
                                        new Act.Answer(
                                                asked.number(),
                                                Act.Answer.Kind.ONCE,
                                                Optional.empty()))
                                : Optional.empty();
        yard.play("touch it", Yard.bash("touch a.txt"), Yard.bash("touch a.txt"));
        assertTrue(Files.exists(yard.project.resolve("a.txt")));
        assertEquals(2, yard.all(Happening.Asked.class).size());
        assertEquals("person", yard.all(Happening.Allowed.class).getFirst().by());
    }

    @Test
    void aNoHoldsAndIsTold() throws Exception {
        yard.mode = Origin.Mode.DEFAULT;
        yard.asks = true;
        yard.person =
                happening ->
                        happening instanceof Happening.Asked asked
                                ? Optional.of(
                                        new Act.Answer(
                                                asked.number(),
                                                Act.Answer.Kind.NO,
                                                Optional.of("use b.txt")))
                                : Optional.empty();
        yard.play("touch it", Yard.bash("touch a.txt"));
        assertFalse(Files.exists(yard.project.resolve("a.txt")));
        assertEquals(1, yard.all(Happening.Refused.class).size());
    }

    @Test
    void nobodyThereIsARefusal() throws Exception {
        yard.mode = Origin.Mode.DEFAULT;
        yard.play("touch it", Yard.bash("touch a.txt"));
        assertFalse(Files.exists(yard.project.resolve("a.txt")));
        assertEquals("headless", yard.all(Happening.Refused.class).getFirst().refusal().code());
    }

    @Test
    void theThirdRefusalInARowEndsARunThatNobodyLooksAt() throws Exception {
        yard.write("notes.txt", "not committed\n");
        yard.write("more.txt", "not committed\n");
        Happening.Ending ending =
                yard.play(
                        "tidy up",
                        Yard.bash("git clean -fd"),
                        Yard.bash("sh -c 'crontab /tmp/x'"),
                        Yard.bash("git push --force origin main"),
                        Yard.bash("npm publish"),
                        Yard.bash("ls"));
        assertInstanceOf(Happening.Ending.Refused.class, ending);
    }
}
