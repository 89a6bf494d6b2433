package dev.cattlegrid.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.policy.Environment;
import dev.cattlegrid.policy.Layer;
import dev.cattlegrid.policy.NamePattern;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.Section;
import dev.cattlegrid.policy.Statement;
import dev.cattlegrid.policy.Trusted;
import dev.cattlegrid.policy.rule.Rules;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

class DefaultsTest {
    /// Both examples of each text, held against what the rules say of them.
    @TestFactory
    Stream<DynamicTest> examplesHold() {
        return entries()
                .map(entry ->
                        DynamicTest.dynamicTest(
                                entry.section().key() + ": " + entry.label(),
                                () ->
                                        assertEquals(
                                                List.of(),
                                                Examples.problems(
                                                        entry,
                                                        Rules.builtIn(),
                                                        DefaultsTest::in))));
    }

    @Test
    void thereAreEnough() {
        assertTrue(Defaults.of(Section.ENVIRONMENT).size() >= 20);
        assertTrue(Defaults.of(Section.ALLOW).size() >= 15);
        assertTrue(Defaults.of(Section.SOFT_DENY).size() >= 60);
        assertTrue(Defaults.of(Section.HARD_DENY).size() >= 10);
        assertTrue(Defaults.of(Section.SOFT_DENY).stream().allMatch(e -> e.named().isPresent()));
    }

    @Test
    void labelsAreOneOfAKindAndRulesExist() {
        var labels = new HashSet<String>();
        entries()
                .forEach(entry -> {
                    assertTrue(labels.add(entry.label()), entry.label());
                    assertEquals(entry.label(), Entry.labelOf(entry.sentence()));
                    assertTrue(
                            entry.rule().isEmpty() || Rules.named(entry.rule().get()).isPresent(),
                            entry.label());
                    assertTrue(entry.text().endsWith("."), entry.text());
                });
    }

    private static Stream<Entry> entries() {
        return Arrays.stream(Section.values()).flatMap(section -> Defaults.of(section).stream());
    }

    private static Policy in(String setting) {
        TomlParseResult toml = Toml.parse(setting);
        String key = toml.keySet().iterator().next();
        boolean contained = toml.isBoolean(key);
        List<NamePattern> patterns =
                contained
                        ? List.of()
                        : toml.getArrayOrEmpty(key).toList().stream()
                                .map(text -> new NamePattern((String) text))
                                .toList();
        Map<Trusted, List<NamePattern>> trusted =
                Arrays.stream(Trusted.values())
                        .filter(kind -> kind.key().equals(key))
                        .findFirst()
                        .map(kind -> Map.of(kind, patterns))
                        .orElse(Map.of());
        var said =
                new Statement(
                        Layer.Level.USER,
                        "test",
                        trusted,
                        contained ? Optional.of(true) : Optional.empty(),
                        key.equals("production") ? patterns : List.of());
        return Rules.builtIn().in(Environment.of(List.of(said)));
    }
}
