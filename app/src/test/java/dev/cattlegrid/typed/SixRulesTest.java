package dev.cattlegrid.typed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.cases.Checkout;
import dev.cattlegrid.policy.Layer.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The rules that the docs work through are read, and their examples hold.
class SixRulesTest {
    @TestFactory
    Stream<DynamicTest> ofTheDocs() throws IOException {
        List<String> blocks = blocks(Files.readString(Checkout.file("docs/typed-rules.md")));
        assertTrue(blocks.size() >= 6);
        return Stream.concat(blocks.stream(), Stream.of(String.join("\n", blocks)))
                .map(block ->
                        DynamicTest.dynamicTest(
                                block.lines()
                                        .filter(line -> line.startsWith("name"))
                                        .toList()
                                        .toString(),
                                () -> holds(block)));
    }

    private static void holds(String block) {
        switch (RuleText.read(block)) {
            case RuleText.Read.Bad(var line, var why) -> assertEquals("", line + ": " + why);
            case RuleText.Read.Of(var drafts) ->
                    assertEquals(List.of(), Trials.of(new RuleFile("docs", Level.USER, drafts)));
        }
    }

    private static List<String> blocks(String page) {
        var blocks = new ArrayList<String>();
        for (int at = page.indexOf("```toml\n"); at >= 0; at = page.indexOf("```toml\n", at + 1)) {
            blocks.add(page.substring(at + 8, page.indexOf("```", at + 8)));
        }
        return blocks;
    }
}
