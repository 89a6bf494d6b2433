package dev.cattlegrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.Spellings.Spelling;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.cases.Checkout;
import dev.cattlegrid.effect.program.OptionSpellings;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Law 3: the verdict does not depend on spelling. A command that is written differently never gets a milder one.
class SpellingTest {
    private static final List<String> TABLES =
            List.of("effect", "whole/verdicts.txt", "whole/installing.txt");
    private static final Map<String, Decision> DECIDED = new ConcurrentHashMap<>();

    @TestFactory
    Stream<DynamicTest> neverMilder() {
        List<String> commands = commands();
        return Spellings.all().stream()
                .map(spelling ->
                        DynamicTest.dynamicTest(spelling.name(), () -> keeps(spelling, commands)));
    }

    @Test
    void thereAreEnough() {
        assertTrue(commands().size() >= 1000, () -> commands().size() + " commands");
        assertTrue(Spellings.all().size() >= 12);
    }

    private static void keeps(Spelling spelling, List<String> commands) {
        var milder = new ArrayList<String>();
        for (String command : commands) {
            SimpleCommands.of(command)
                    .flatMap(spelling.write())
                    .ifPresent(written -> compare(command, written, milder));
        }
        assertEquals("", String.join("\n", milder));
    }

    private static void compare(String command, String written, List<String> milder) {
        Decision before = DECIDED.computeIfAbsent(command, SpellingTest::decide);
        Decision after = decide(written);
        if (after.verdict().compareTo(before.verdict()) < 0) {
            milder.add(
                    "%s%n  (%s %s) became %s%n  (%s %s)"
                            .formatted(
                                    command,
                                    before.verdict(),
                                    before.reason(),
                                    written,
                                    after.verdict(),
                                    after.reason()));
        }
    }

    private static Decision decide(String command) {
        return Gate.builtIn(AssumedWorld.usual())
                .decide(new ToolCall.Shell(command, Origin.in("/home/dev/project")), Ledger.EMPTY);
    }

    /// Examples of rules and cards, and the commands of the tables; short enough to be a command line.
    private static List<String> commands() {
        Stream<String> rules =
                Rules.all().stream()
                        .flatMap(rule -> rule.about().examples().stream())
                        .map(example -> example.command());
        Stream<String> tables =
                TABLES.stream().flatMap(path -> Cases.read(path).stream()).map(c -> c.input());
        return Stream.of(rules, tables, cards())
                .flatMap(each -> each)
                .filter(command -> command.length() < 1000)
                .filter(SpellingTest::isPlain)
                .distinct()
                .toList();
    }

    /// Text that steers a terminal no longer does so once its characters are spelled as escapes.
    private static boolean isPlain(String command) {
        return command.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
    }

    private static Stream<String> cards() {
        try (Stream<Path> files = Files.list(Checkout.file("commands"))) {
            return files
                    .filter(file -> file.toString().endsWith(".toml"))
                    .filter(file ->
                            !file.endsWith("aliases.toml")
                                    && !file.getFileName().toString().startsWith("escapes"))
                    .sorted()
                    .toList()
                    .stream()
                    .flatMap(file -> OptionSpellings.examples(text(file)));
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }
}
