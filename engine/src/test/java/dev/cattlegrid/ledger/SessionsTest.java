package dev.cattlegrid.ledger;

import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Sessions as tables: what earlier calls left behind counts in later ones.
class SessionsTest {
    private static final String PASSED = "! ";

    @TestFactory
    Stream<DynamicTest> sessions() {
        return Cases.of("ledger/sessions.txt", SessionsTest::answers);
    }

    @TestFactory
    Stream<DynamicTest> written() {
        return Cases.of("ledger/written.txt", SessionsTest::answers);
    }

    @TestFactory
    Stream<DynamicTest> writtenThenRun() {
        return Cases.of("ledger/written-then-run.txt", SessionsTest::answers);
    }

    private static List<String> answers(String input) {
        List<String> answers = new ArrayList<>();
        Ledger ledger = Ledger.EMPTY;
        for (String line : input.lines().toList()) {
            boolean passed = line.startsWith(PASSED);
            String call = passed ? line.substring(PASSED.length()) : line;
            Decision decision = Told.decide(call, ledger);
            var event = decision.event(call);
            ledger =
                    ledger.after(
                            passed
                                    ? new Event.Decided(
                                            call,
                                            Event.Decided.Answer.ALLOWED,
                                            event.steps(),
                                            List.of(),
                                            "")
                                    : event);
            answers.add(Told.verdict(decision));
        }
        return answers;
    }
}
