package dev.cattlegrid.prose;

import dev.cattlegrid.Tried;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The examples of a text, held against what the rules say of them without a judge.
///
/// What a refusal covers must not pass by itself, or the judge would never be asked; what it spares must pass, or be
/// found by another rule. What an exception or the environment covers passes, what it spares does not.
public final class Examples {
    private Examples() {}

    /// What does not hold; nothing where all does.
    ///
    /// @param policy of the built-in rules
    /// @param under the same policy, with a line of settings
    public static List<String> problems(
            Entry entry, Policy policy, Function<String, Policy> under) {
        return switch (entry.section()) {
            case ENVIRONMENT, ALLOW -> leave(entry, policy, under);
            case SOFT_DENY, HARD_DENY -> refusal(entry, policy);
        };
    }

    private static List<String> leave(Entry entry, Policy policy, Function<String, Policy> under) {
        var problems = new ArrayList<String>();
        Policy counted = entry.setting().map(under).orElse(policy);
        Verdict covered = decide(counted, entry.covers()).verdict();
        Verdict spared = decide(counted, entry.spares()).verdict();
        if (covered != Verdict.ALLOW) {
            problems.add("`%s` is not allowed but %s".formatted(entry.covers(), covered.text()));
        }
        if (spared == Verdict.ALLOW) {
            problems.add("`%s` is allowed all the same".formatted(entry.spares()));
        }
        boolean same =
                entry.setting().isPresent()
                        && covered == decide(policy, entry.covers()).verdict()
                        && spared == decide(policy, entry.spares()).verdict();
        if (same) {
            problems.add("`%s` makes no difference".formatted(entry.setting().orElse("")));
        }
        return problems;
    }

    private static List<String> refusal(Entry entry, Policy policy) {
        var problems = new ArrayList<String>();
        Decision covered = decide(policy, entry.covers());
        Decision spared = decide(policy, entry.spares());
        if (covered.verdict() == Verdict.ALLOW) {
            problems.add("`%s` is allowed".formatted(entry.covers()));
        }
        entry.rule()
                .ifPresentOrElse(
                        rule -> {
                            if (!finds(covered, rule)) {
                                problems.add(
                                        "`%s` is not found by `%s`"
                                                .formatted(entry.covers(), rule));
                            }
                            if (finds(spared, rule)) {
                                problems.add(
                                        "`%s` is found by `%s`".formatted(entry.spares(), rule));
                            }
                        },
                        () -> {
                            if (spared.verdict() != Verdict.ALLOW) {
                                problems.add(
                                        "`%s` is not allowed but %s"
                                                .formatted(
                                                        entry.spares(), spared.verdict().text()));
                            }
                        });
        return problems;
    }

    private static boolean finds(Decision decision, String rule) {
        return decision.findings().stream()
                .anyMatch(finding ->
                        finding.rule().equals(rule) && finding.strength() != Strength.NOTE);
    }

    private static Decision decide(Policy policy, String example) {
        return Tried.under(policy, About.Example.of(Verdict.ALLOW, example));
    }
}
