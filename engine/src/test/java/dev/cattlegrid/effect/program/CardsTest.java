package dev.cattlegrid.effect.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.cases.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// Every card is read, agrees with a full TOML reader, has a source, and does what its examples say.
final class CardsTest {
    @TestFactory
    Stream<DynamicTest> examples() {
        return placesCanBeRead() ? cards().flatMap(CardsTest::examplesOf) : Stream.of();
    }

    private static boolean placesCanBeRead() {
        try {
            Tried.lines("");
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private static Stream<DynamicTest> examplesOf(Path file) {
        Card card = Card.read(text(file));
        return card.examples().entrySet().stream()
                .map(example ->
                        DynamicTest.dynamicTest(
                                example.getKey(),
                                file.toUri(),
                                () ->
                                        assertEquals(
                                                String.join("\n", example.getValue()),
                                                String.join("\n", Tried.lines(example.getKey())))));
    }

    @TestFactory
    Stream<DynamicTest> cardsAreWhole() {
        return cards().map(file ->
                DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        () -> {
                            Card card = Card.read(text(file));
                            assertEquals(file.getFileName().toString(), card.program() + ".toml");
                            assertTrue(card.source().length() > 3, "a source");
                            assertTrue(card.summary().length() > 3, "a summary");
                        }));
    }

    @Test
    void aFullReaderReadsTheSame() {
        for (Path file : files().toList()) {
            var full = Toml.parse(text(file));
            assertTrue(full.errors().isEmpty(), file + ": " + full.errors());
            assertEquals(plain(full), CardText.read(text(file)), file.toString());
        }
    }

    @Test
    void anotherNameStandsForSomethingKnown() {
        Map<String, Object> names = CardText.read(text(folder().resolve("aliases.toml")));
        names.forEach((name, program) ->
                assertTrue(
                        Programs.of(String.valueOf(program)).isPresent(),
                        name + " stands for " + program));
    }

    private static Object plain(Object value) {
        return switch (value) {
            case TomlTable table -> {
                Map<String, Object> map = new LinkedHashMap<>();
                table.entrySet().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
                yield map;
            }
            case TomlArray array -> array.toList().stream().map(CardsTest::plain).toList();
            default -> value;
        };
    }

    private static Path folder() {
        return Checkout.file("commands");
    }

    private static Stream<Path> cards() {
        return files().filter(file ->
                !List.of("aliases.toml", "escapes.toml", "escapes-by-option.toml")
                        .contains(file.getFileName().toString()));
    }

    private static Stream<Path> files() {
        try (Stream<Path> inside = Files.list(folder())) {
            return inside
                    .filter(file -> file.toString().endsWith(".toml"))
                    .sorted()
                    .toList()
                    .stream();
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
