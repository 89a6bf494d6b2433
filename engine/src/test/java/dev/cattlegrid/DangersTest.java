package dev.cattlegrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Judge;
import dev.cattlegrid.policy.Verdict;
import dev.cattlegrid.policy.rule.Rules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Dangerous commands, a table a class, each with the verdict and the rule that finds it; and harmless ones that use the
/// same words.
class DangersTest {
    @TestFactory
    Stream<DynamicTest> dangers() {
        return Stream.of(
                        "credential-access",
                        "destroy",
                        "evasion",
                        "exfiltrate",
                        "malicious-exec",
                        "persistence",
                        "posture",
                        "privilege",
                        "recon",
                        "resource-abuse")
                .flatMap(
                        name -> Cases.of("whole/dangerous-" + name + ".txt", DangersTest::stopped));
    }

    @TestFactory
    Stream<DynamicTest> twins() {
        return Cases.of("whole/harmless-twins.txt", DangersTest::passed);
    }

    /// A question names no rule: a rule that finds more, or a program that becomes known, only makes it clearer.
    private static List<String> stopped(String command) {
        Decision decision = decide(command);
        assertNotEquals(Verdict.ALLOW, decision.verdict(), command);
        String rule = decision.finding().map(finding -> " " + finding.rule()).orElse("");
        return List.of(
                decision.verdict().text() + (decision.verdict() == Verdict.DENY ? rule : ""));
    }

    private static List<String> passed(String command) {
        Decision decision = decide(command);
        assertEquals(Verdict.ALLOW, decision.verdict(), () -> command + ": " + decision.reason());
        return List.of("allow");
    }

    private static Decision decide(String command) {
        return new Gate(AssumedWorld.usual(), Rules.builtIn(), Judge.NONE)
                .decide(new ToolCall.Shell(command, Origin.in("/home/dev/project")), Ledger.EMPTY);
    }
}
