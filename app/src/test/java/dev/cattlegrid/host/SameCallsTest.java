package dev.cattlegrid.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.cases.Case;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.cases.Checkout;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The same calls through every adapter: one verdict and one rule, or a difference that `docs/hosts.md` lists.
class SameCallsTest {
    private static final int FEWEST = 300;
    private static final Host FIRST = new ClaudeCode();

    /// What may differ, in the words of the page.
    private enum Difference {
        CANNOT_ASK("a question is a refusal with a ticket"),
        TYPED_INTO("what could be typed into is refused as it starts"),
        UNNAMED_SERVER("a name of a tool of an MCP server is read at each of its dashes"),
        ;

        private final String page;

        Difference(String page) {
            this.page = page;
        }
    }

    /// @param rule of what decides; empty where none does
    private record Outcome(Verdict verdict, String rule, String reason) {
        static Outcome of(Decision decision) {
            String rule =
                    decision.finding()
                            .map(finding ->
                                    finding.strength().name().toLowerCase(Locale.ROOT)
                                            + " "
                                            + finding.rule())
                            .orElse("");
            return new Outcome(decision.verdict(), rule, decision.reason());
        }

        @Override
        public String toString() {
            return (verdict.text() + " " + rule).strip();
        }
    }

    /// A call and its verdict; then the hosts that give another one.
    @TestFactory
    Stream<DynamicTest> calls() {
        return Cases.of("host/same", SameCallsTest::lines);
    }

    private static List<String> lines(String call) {
        Map<Host, Outcome> outcomes = outcomes(call);
        Outcome first = outcomes.get(FIRST);
        var lines = new ArrayList<String>();
        lines.add(first.toString());
        Map<String, List<String>> others = new LinkedHashMap<>();
        outcomes.forEach((host, outcome) -> {
            if (!outcome.toString().equals(first.toString())) {
                others.computeIfAbsent(outcome.toString(), _ -> new ArrayList<>()).add(host.name());
            }
        });
        others.forEach((outcome, hosts) -> lines.add(String.join(", ", hosts) + ": " + outcome));
        return lines;
    }

    @Test
    void whatDiffersIsListed() throws IOException {
        String page = Files.readString(Checkout.file("docs/hosts.md"));
        for (Difference difference : Difference.values()) {
            assertTrue(page.contains(difference.page), difference.page);
        }
        var unlisted = new ArrayList<String>();
        List<Case> cases = Cases.read("host/same");
        for (Case one : cases) {
            Map<Host, Outcome> outcomes = outcomes(one.input());
            Outcome first = outcomes.get(FIRST);
            outcomes.forEach((host, outcome) -> {
                boolean same =
                        outcome.verdict() == first.verdict() && outcome.rule().equals(first.rule());
                if (!same && listed(host, one.input(), first, outcome).isEmpty()) {
                    unlisted.add(host.name() + " " + one.input() + ": " + first + ", " + outcome);
                }
            });
        }
        assertEquals(List.of(), unlisted);
        assertTrue(cases.size() >= FEWEST, "only " + cases.size());
    }

    private static Optional<Difference> listed(
            Host host, String call, Outcome first, Outcome outcome) {
        if (outcome.verdict().compareTo(first.verdict()) < 0) {
            return Optional.empty();
        }
        boolean asked = first.verdict() == Verdict.ASK && outcome.verdict() == Verdict.DENY;
        if (asked && first.rule().equals(outcome.rule())) {
            return switch (host) {
                case Codex _, OpenCode _, Cursor _ -> Optional.of(Difference.CANNOT_ASK);
                case ClaudeCode _, GeminiCli _, QwenCode _, CopilotCli _ -> Optional.empty();
            };
        }
        if (host instanceof Codex
                && outcome.verdict() == Verdict.DENY
                && call.startsWith("shell ")) {
            return Optional.of(Difference.TYPED_INTO).filter(_ -> isTyped(outcome));
        }
        boolean unnamed = host instanceof CopilotCli && call.startsWith("mcp ");
        return unnamed ? Optional.of(Difference.UNNAMED_SERVER) : Optional.empty();
    }

    private static boolean isTyped(Outcome outcome) {
        return outcome.reason().contains("typed into")
                || outcome.rule().equals("ask remote-changed");
    }

    /// Each host's answer; one that has no such tool gives none.
    private static Map<Host, Outcome> outcomes(String line) {
        String[] parts = line.split(" ", 2);
        Map<String, Object> call =
                parts[0].equals("shell")
                        ? Map.of("command", parts[1])
                        : Hearing.fields(parts[1]).values();
        Map<Host, Outcome> outcomes = new LinkedHashMap<>();
        for (Host host : Host.all()) {
            Optional<Fields> payload = Speech.of(host, parts[0], call);
            payload.ifPresent(
                    fields -> outcomes.put(host, Outcome.of(Hearing.decided(host, fields))));
        }
        return outcomes;
    }
}
