package dev.cattlegrid.effect.walk;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.effect.Line;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.world.AssumedWorld;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// `cases/effect`: a command, and its steps below it.
final class WalkTest {
    @TestFactory
    Stream<DynamicTest> tables() {
        return Cases.of("effect", WalkTest::lines);
    }

    static List<String> lines(String command) {
        List<Step> steps = steps(command);
        return steps.isEmpty()
                ? List.of("nothing")
                : steps.stream().map(Line::of).map(line -> line.replace('\n', ' ')).toList();
    }

    static List<Step> steps(String command) {
        var origin = Origin.in("/home/dev/project");
        return Effects.of(new ToolCall.Shell(command, origin), AssumedWorld.usual());
    }
}
