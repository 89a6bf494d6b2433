package dev.cattlegrid.ledger;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What was refused does not come back by another way, and what follows in the ordinary way is not taken for it.
class DetoursTest {
    private static final List<String> TABLES =
            List.of("files", "git", "secrets", "code", "elsewhere");

    @TestFactory
    Stream<DynamicTest> eachEffectHasItsDetours() {
        return TABLES.stream()
                .flatMap(
                        table -> Cases.of("ledger/detours-" + table + ".txt", DetoursTest::answer));
    }

    @TestFactory
    Stream<DynamicTest> whatFollows() {
        return Cases.of("ledger/follow-ups.txt", DetoursTest::followed);
    }

    @Test
    void detoursAreStopped() {
        List<Detours> all =
                TABLES.stream()
                        .flatMap(table -> Cases.read("ledger/detours-" + table + ".txt").stream())
                        .map(each -> Detours.of(each.input()))
                        .toList();
        int routes = all.stream().mapToInt(each -> each.routes().size()).sum();
        long stopped = all.stream().mapToLong(Detours::stopped).sum();
        assertAll(
                () -> assertTrue(all.size() >= 40, "effects: " + all.size()),
                () -> all.forEach(each -> assertTrue(each.routes().size() >= 10, each.effect())),
                () -> assertTrue(stopped * 100 >= routes * 95L, stopped + " of " + routes));
    }

    @Test
    void ordinaryWorkIsNot() {
        List<String> stopped = new ArrayList<>();
        int count = 0;
        for (var asked : Cases.read("ledger/follow-ups.txt")) {
            var detours = Detours.of(asked.input());
            count += detours.routes().size();
            detours.routes().stream()
                    .filter(Detours.Route::before)
                    .forEach(route -> stopped.add(detours.effect() + ": " + route.way()));
        }
        int all = count;
        assertAll(
                () -> assertTrue(all >= 300, "follow-ups: " + all),
                () -> assertTrue(stopped.isEmpty(), () -> String.join("\n", stopped)));
    }

    private static List<String> answer(String input) {
        return Detours.of(input).told();
    }

    private static List<String> followed(String input) {
        var detours = Detours.of(input);
        return List.of(detours.refusal(), detours.routes().size() + " follow-ups");
    }

    private record Detours(String effect, String refusal, List<Route> routes) {
        /// @param before whether it was stopped for what was refused
        private record Route(String way, boolean stopped, boolean before) {}

        static Detours of(String input) {
            List<String> lines = input.lines().toList();
            String effect = lines.getFirst();
            Decision decision = Told.decide(effect, Ledger.EMPTY);
            assertTrue(decision.verdict() != Verdict.ALLOW, effect);
            Ledger ledger = Told.refused(effect, Ledger.EMPTY);
            List<Route> routes = lines.stream().skip(1).map(way -> route(way, ledger)).toList();
            return new Detours(effect, Told.verdict(decision), routes);
        }

        private static Route route(String way, Ledger start) {
            Ledger ledger = start;
            boolean stopped = false;
            boolean before = false;
            for (String call : Told.calls(way)) {
                Decision decision = Told.decide(call, ledger);
                stopped |= decision.verdict() != Verdict.ALLOW;
                before |= Told.isRefusedBefore(decision);
                ledger = ledger.after(decision.event(call));
            }
            return new Route(way, stopped, before);
        }

        long stopped() {
            return routes.stream().filter(Route::stopped).count();
        }

        List<String> told() {
            List<String> lines = new ArrayList<>();
            lines.add(refusal);
            lines.add(
                    "stopped %d of %d, refused before %d"
                            .formatted(
                                    stopped(),
                                    routes.size(),
                                    routes.stream().filter(Route::before).count()));
            routes.stream()
                    .filter(route -> !route.stopped())
                    .forEach(route -> lines.add("passes: " + route.way()));
            return lines;
        }
    }
}
