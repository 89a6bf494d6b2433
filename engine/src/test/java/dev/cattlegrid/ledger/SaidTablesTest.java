package dev.cattlegrid.ledger;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.Gate;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.ledger.words.Statement;
import dev.cattlegrid.ledger.words.Thing;
import dev.cattlegrid.ledger.words.Words;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What a person said, the calls that followed, and what became of the last of them.
///
/// `said || said later | call | another call`: the verdict is that of the last call. `\n` stands for the end of a line.
class SaidTablesTest {
    private static final int FEWEST = 300;

    @TestFactory
    Stream<DynamicTest> verdicts() {
        return Cases.of("ledger/said", SaidTablesTest::verdict);
    }

    @TestFactory
    Stream<DynamicTest> statements() {
        return Cases.of("ledger/statements", SaidTablesTest::statements);
    }

    @Test
    void thereAreRowsEnough() {
        assertTrue(Cases.read("ledger/said").size() >= FEWEST);
    }

    private static List<String> verdict(String row) {
        String[] parts = row.split(" \\| ");
        Ledger ledger = Ledger.EMPTY;
        for (String said : parts[0].split(" \\|\\| ")) {
            ledger = ledger.after(new Event.Said(said, Event.Said.Source.PERSON));
        }
        Decision decision = Decision.failed(new IllegalStateException());
        for (String call : List.of(parts).subList(1, parts.length)) {
            decision = decide(call, ledger);
            ledger = ledger.after(decision.event(call));
        }
        String why =
                decision.verdict() == Verdict.ALLOW && !decision.cited().isEmpty()
                        ? " " + decision.reason()
                        : decision.finding().map(Finding::rule).map(rule -> " " + rule).orElse("");
        return List.of(decision.verdict().text() + why);
    }

    private static Decision decide(String command, Ledger ledger) {
        var world = AssumedWorld.of(Optional.of("/home/dev/project"), false, Map.of(), command);
        return Gate.builtIn(world)
                .decide(new ToolCall.Shell(command, Origin.in("/home/dev/project")), ledger);
    }

    private static List<String> statements(String message) {
        var lines = new ArrayList<String>();
        for (Statement statement : Words.read(message)) {
            lines.add(line(statement));
        }
        return lines.isEmpty() ? List.of("nothing") : lines;
    }

    private static String line(Statement statement) {
        return switch (statement) {
            case Statement.Boundary(var acts, var things, var scope, _) ->
                    "not "
                            + named(acts)
                            + (scope == Statement.Boundary.Scope.ALL_BUT_THESE ? " all but" : "")
                            + things(things);
            case Statement.Order order ->
                    (order.permits() ? "may " : "do ")
                            + named(List.of(order.act()))
                            + things(order.things())
                            + (order.places().isEmpty() ? "" : " in" + things(order.places()))
                            + (order.standing() ? " always" : "");
            case Statement.Lift lift -> "lift " + named(lift.acts()) + things(lift.things());
            case Statement.Retraction _ -> "take back";
        };
    }

    private static String named(List<? extends Enum<?>> names) {
        return names.stream()
                .map(name -> name.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(","));
    }

    private static String things(List<Thing> things) {
        return things.stream()
                .map(thing ->
                        switch (thing) {
                            case Thing.Named(var name) -> " " + name;
                            case Thing.OfSort(var sort) -> " <" + named(List.of(sort)) + ">";
                        })
                .collect(Collectors.joining());
    }
}
