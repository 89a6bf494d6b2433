package dev.cattlegrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Judge;
import dev.cattlegrid.policy.Opinion;
import dev.cattlegrid.policy.Verdict;
import dev.cattlegrid.policy.rule.Rules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The laws of the design that hold for whole calls; law 3 is in [SpellingTest].
class LawsTest {
    private static final Judge BREAKS =
            _ -> {
                throw new IllegalStateException("no connection");
            };
    private static final Judge AWAY = _ -> new Opinion.Absent("unavailable", "no answer");

    /// Law 1: one more unknown never makes a verdict milder.
    @Test
    void oneMoreUnknown() {
        for (String command : commands()) {
            Verdict before = decide(command).verdict();
            for (String more : List.of(command + "\nfrobnicate --now", "frobnicate\n" + command)) {
                Verdict after = decide(more).verdict();
                assertTrue(after.compareTo(before) >= 0, () -> command + " then " + more);
                assertTrue(after != Verdict.ALLOW || isIncomplete(command), more);
            }
        }
    }

    /// A here-document swallows what is put behind it.
    private static boolean isIncomplete(String command) {
        return command.contains("<<");
    }

    /// Law 1: a judge that fails never ends in an allow, and never makes what the rules say milder.
    @Test
    void aJudgeThatFails() {
        for (Judge judge : List.of(BREAKS, AWAY)) {
            for (String command : commands()) {
                Decision without = decide(command);
                Decision with = decide(command, judge);
                assertEquals(without.verdict(), with.verdict(), command);
                assertEquals(without.reason(), with.reason(), command);
            }
        }
    }

    /// Law 4: the same call gets the same verdict and the same reason, whatever was judged before it.
    @Test
    void sameCallSameAnswer() {
        List<String> commands = commands();
        List<String> first = commands.stream().map(LawsTest::answer).toList();
        var order = new ArrayList<Integer>();
        for (int i = 0; i < commands.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(4));
        for (int i : order) {
            assertEquals(first.get(i), answer(commands.get(i)), commands.get(i));
        }
    }

    /// Law 4, on another day: the answers are written down.
    @TestFactory
    Stream<DynamicTest> answersThatStay() {
        return Stream.of("whole/verdicts.txt", "whole/installing.txt", "whole/elsewhere.txt")
                .flatMap(table -> Cases.of(table, command -> answer(command).lines().toList()));
    }

    @Test
    void aStageThatBreaksIsAQuestion() {
        Decision decision = Decision.failed(new StackOverflowError());
        assertEquals(Verdict.ASK, decision.verdict());
        assertEquals(Decision.Decider.FAILURE, decision.decider());
        assertEquals(Verdict.DENY, decision.headless().verdict());
    }

    @Test
    void aDoorRefusesAWorldThatAssumes() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Gate.atDoor(AssumedWorld.usual(), Rules.builtIn(), Judge.NONE));
    }

    /// The examples of all rules, and the commands of the table.
    private static List<String> commands() {
        Stream<String> examples =
                Rules.all().stream()
                        .flatMap(rule -> rule.about().examples().stream())
                        .map(example -> example.command());
        Stream<String> written = Cases.read("whole/verdicts.txt").stream().map(c -> c.input());
        return Stream.concat(examples, written).distinct().toList();
    }

    private static String answer(String command) {
        Decision decision = decide(command);
        String rule = decision.finding().map(finding -> " " + finding.rule()).orElse("");
        return decision.verdict().text() + rule + "\n" + decision.reason();
    }

    private static Decision decide(String command) {
        return decide(command, Judge.NONE);
    }

    private static Decision decide(String command, Judge judge) {
        return new Gate(AssumedWorld.usual(), Rules.builtIn(), judge)
                .decide(new ToolCall.Shell(command, Origin.in("/home/dev/project")), Ledger.EMPTY);
    }
}
