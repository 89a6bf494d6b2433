package dev.cattlegrid.typed;

import dev.cattlegrid.Tried;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Verdict;
import dev.cattlegrid.policy.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The examples of a file's rules, tried: each through the whole gate, under the built-in rules and those of the file.
final class Trials {
    private Trials() {}

    /// What does not hold.
    ///
    /// @param line from 1
    record Problem(int line, String why) {}

    static List<Problem> of(RuleFile file) {
        Policy policy = file.over(Rules.builtIn());
        var problems = new ArrayList<Problem>();
        for (Draft draft : file.drafts()) {
            if (draft.power() != Power.ALLOW || file.mayWiden()) {
                problems(draft, policy, problems);
            }
        }
        return problems;
    }

    private static void problems(Draft draft, Policy policy, List<Problem> problems) {
        boolean fires = false;
        boolean spares = false;
        int before = problems.size();
        for (Draft.Tested tested : draft.examples()) {
            About.Example example = tested.example();
            Decision decision = Tried.under(policy, example);
            boolean about = isAbout(draft, decision);
            fires |= about;
            spares |= !about;
            if (decision.verdict() != example.verdict()) {
                problems.add(
                        new Problem(
                                tested.line(),
                                "the example `%s` of `%s` %s%s, and not %s"
                                        .formatted(
                                                example.command(),
                                                draft.name(),
                                                words(decision.verdict()),
                                                because(decision),
                                                words(example.verdict()))));
            }
        }
        if (problems.size() == before && !fires) {
            problems.add(
                    new Problem(
                            draft.line(),
                            "no example of `%s` is a call that it is about"
                                    .formatted(draft.name())));
        }
        if (problems.size() == before && !spares) {
            problems.add(
                    new Problem(
                            draft.line(),
                            "`%s` needs an example of a call that it is not about"
                                    .formatted(draft.name())));
        }
    }

    private static boolean isAbout(Draft draft, Decision decision) {
        return draft.power() == Power.ALLOW
                ? decision.cited().stream()
                        .anyMatch(one ->
                                one.reason().startsWith("the rule `" + draft.name() + "` allows"))
                : decision.findings().stream()
                        .anyMatch(finding -> finding.rule().equals(draft.name()));
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case ALLOW -> "is allowed";
            case ASK -> "is asked about";
            case DENY -> "is refused";
        };
    }

    private static String because(Decision decision) {
        Optional<String> rules =
                Optional.of(
                                decision.findings().stream()
                                        .filter(finding -> finding.strength() != Strength.NOTE)
                                        .map(Finding::rule)
                                        .distinct()
                                        .collect(Collectors.joining("`, `")))
                        .filter(names -> !names.isEmpty());
        return rules.map(names -> " by `" + names + "`")
                .orElse(decision.open().isEmpty() ? "" : " (" + decision.open().getFirst() + ")");
    }
}
