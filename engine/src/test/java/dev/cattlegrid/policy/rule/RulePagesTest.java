package dev.cattlegrid.policy.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.Gate;
import dev.cattlegrid.Tried;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.Origin.Mode;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Line;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Rule;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Verdict;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each example on each rule's page goes through the whole gate.
class RulePagesTest {
    @TestFactory
    Stream<DynamicTest> examples() {
        return Rules.all().stream()
                .flatMap(rule ->
                        rule.about().examples().stream()
                                .map(example ->
                                        DynamicTest.dynamicTest(
                                                rule.about().name() + ": " + example.command(),
                                                () -> holds(rule, example))));
    }

    private static void holds(Rule rule, About.Example example) {
        Decision decision = decide(example);
        assertEquals(example.verdict(), decision.verdict(), () -> told(decision));
        if (example.verdict() != Verdict.ALLOW) {
            String name = rule.about().name();
            assertTrue(
                    decision.findings().stream().anyMatch(finding -> finding.rule().equals(name)),
                    () -> "it is not this rule that finds it: " + told(decision));
        }
    }

    /// What the gate tells the agent to do instead is itself allowed, with nobody asked.
    @TestFactory
    Stream<DynamicTest> alternatives() {
        return Rules.all().stream()
                .flatMap(rule -> rule.about().examples().stream())
                .flatMap(example -> decide(example).findings().stream())
                .flatMap(finding -> finding.alternative().stream())
                .distinct()
                .map(command ->
                        DynamicTest.dynamicTest(
                                command,
                                () -> {
                                    Decision decision = decide(command);
                                    assertEquals(
                                            Verdict.ALLOW,
                                            decision.verdict(),
                                            () -> told(decision));
                                    assertEquals(Decision.Decider.FAST_PATH, decision.decider());
                                }));
    }

    @Test
    void namesAreDifferent() {
        var names = new HashSet<String>();
        for (Rule rule : Rules.all()) {
            assertTrue(names.add(rule.about().name()), rule.about().name());
        }
    }

    @TestFactory
    Stream<DynamicTest> reasonsAreSentences() {
        return Rules.all().stream()
                .flatMap(rule -> rule.about().examples().stream())
                .distinct()
                .map(example ->
                        DynamicTest.dynamicTest(
                                example.command(),
                                () -> decide(example).findings().forEach(RulePagesTest::isWell)));
    }

    private static void isWell(Finding finding) {
        String reason = finding.reason();
        char first = reason.charAt(0);
        assertTrue(first == '`' || !Character.isUpperCase(first), reason);
        assertTrue(!reason.endsWith("."), reason);
        assertTrue(!reason.contains("%"), reason);
        assertTrue(finding.strength() == Strength.HARD == finding.clears().isEmpty(), reason);
    }

    private static Decision decide(About.Example example) {
        return Tried.under(Rules.builtIn(), example);
    }

    private static Decision decide(String command) {
        return decide(command, Ledger.EMPTY, Mode.AUTO);
    }

    private static Decision decide(String command, Ledger ledger, Mode mode) {
        var origin = Origin.in("/home/dev/project").mode(mode);
        return Gate.builtIn(AssumedWorld.usual())
                .decide(new ToolCall.Shell(command, origin), ledger);
    }

    private static String told(Decision decision) {
        return "%s %s %s; open: %s; steps: %s"
                .formatted(
                        decision.decider(),
                        decision.findings().stream().map(Finding::rule).toList(),
                        decision.reason(),
                        decision.open(),
                        decision.steps().stream().map(Line::of).toList());
    }
}
