package dev.cattlegrid.door;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.cases.Checkout;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.host.Asked;
import dev.cattlegrid.host.Tools;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Tools other than the shell: a tool's name and what it is given, its verdict, and what decides.
class ToolTablesTest {
    private static final int FEWEST = 15;

    @TestFactory
    Stream<DynamicTest> tools() {
        return Cases.of("door/tools", line -> List.of(answer(line)));
    }

    @Test
    void eachToolHasRowsEnough() throws IOException {
        try (Stream<Path> files = Files.list(Checkout.root().resolve("cases/door/tools"))) {
            for (Path file : files.toList()) {
                int rows = Cases.read("door/tools/" + file.getFileName()).size();
                assertTrue(rows >= FEWEST, file + " has only " + rows);
            }
        }
    }

    private static String answer(String line) {
        String[] parts = line.split(" ", 2);
        Fields input =
                switch (Json.parse(parts[1].getBytes(StandardCharsets.UTF_8)).members()) {
                    case Json.Members.Of(var fields) -> fields;
                    case Json.Members.None(var what) -> throw new IllegalArgumentException(what);
                };
        Asked asked = Tools.read(parts[0], input, Origin.in("/home/dev/project"));
        Decision decision = Door.usual().decide(asked, _ -> AssumedWorld.usual());
        String why =
                decision.finding()
                        .map(finding ->
                                " "
                                        + finding.strength().name().toLowerCase(Locale.ROOT)
                                        + " "
                                        + finding.rule())
                        .orElseGet(() ->
                                decision.verdict() == Verdict.ALLOW
                                        ? ""
                                        : ": " + decision.reason());
        return decision.verdict().text() + why;
    }
}
