package dev.cattlegrid.effect.program;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Line;
import dev.cattlegrid.effect.walk.Effects;
import dev.cattlegrid.effect.world.AssumedWorld;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each row of the table of escapes: its example runs, loads or reaches something beyond the program it names.
final class EscapesTest {
    @TestFactory
    Stream<DynamicTest> eachExampleIsSeenThrough() {
        return rows().map(row -> {
            String example = row.text("example");
            return DynamicTest.dynamicTest(
                    example,
                    () -> {
                        assertFalse(row.text("source").isEmpty(), "a source");
                        assertFalse(row.text("kind").isEmpty(), "a kind");
                        assertTrue(escapes(example), () -> lines(example).toString());
                    });
        });
    }

    @Test
    void thereAreEnough() {
        assertTrue(rows().count() >= 60);
    }

    @Test
    void usualValuesAreNoEscape() {
        for (String command :
                List.of(
                        "PAGER=cat git log",
                        "GIT_EDITOR=true git status",
                        "PYTHONPATH=src python -m pytest",
                        "NODE_OPTIONS=--max-old-space-size=4096 npm test",
                        "PATH=$HOME/.local/bin:$PATH ls",
                        "CC=clang make",
                        "GOFLAGS=-mod=mod go build ./...",
                        "MAVEN_OPTS=-Xmx1g mvn test")) {
            assertFalse(escapes(command), () -> lines(command).toString());
        }
    }

    private static Stream<Table> rows() {
        var table = new Table(CardText.read(Cards.escapes()));
        return Stream.concat(table.tables("variable").stream(), table.tables("option").stream());
    }

    private static boolean escapes(String command) {
        return steps(command)
                .anyMatch(effect ->
                        effect instanceof Effect.Unknown
                                || effect instanceof Effect.Elevate
                                || effect instanceof Effect.Delete
                                || effect instanceof Effect.Run(var code, _)
                                        && code instanceof Code.Script script
                                        && script.place().written().startsWith("./x"));
    }

    private static List<String> lines(String command) {
        return steps(command).map(Line::of).toList();
    }

    private static Stream<Effect> steps(String command) {
        var call = new ToolCall.Shell(command, Origin.in("/home/dev/project"));
        return Effects.of(call, AssumedWorld.usual()).stream().map(step -> step.effect());
    }
}
