package dev.cattlegrid.policy;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.policy.Decision.Decider;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rules and the order in which they count.
///
/// @param rules the built-in ones
/// @param layers settings that tighten them; their order does not matter, the strictest wins
/// @param environment what the organisation and the user say of where calls run, which shifts defaults
public record Policy(List<Rule> rules, List<Layer> layers, Environment environment) {
    /// The strongest first, then by place in the text, then by name: the same call gives the same order.
    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::strength)
                    .reversed()
                    .thenComparingInt(finding -> finding.span().start())
                    .thenComparingInt(finding -> finding.span().end())
                    .thenComparing(Finding::rule)
                    .thenComparing(Finding::reason);

    public Policy {
        rules = List.copyOf(rules);
        layers = List.copyOf(layers);
    }

    public Policy(List<Rule> rules) {
        this(rules, List.of(), Environment.NONE);
    }

    /// The same policy under one more layer.
    public Policy under(Layer layer) {
        var more = new ArrayList<>(layers);
        more.add(layer);
        return new Policy(rules, more, environment);
    }

    /// The same policy in another environment.
    public Policy in(Environment other) {
        return new Policy(rules, layers, other);
    }

    /// What the rules make of the facts: settled where nothing clears it or nothing is amiss, else open.
    public Ruling weigh(Facts facts) {
        var findings = new ArrayList<Finding>();
        var open = new ArrayList<String>();
        look(facts, findings, open);
        for (String note : environment.notes()) {
            findings.add(noted(note));
        }
        findings.sort(ORDER);
        for (Step step : facts.steps()) {
            Optional<String> doubt = Harmless.doubt(step.effect(), facts);
            if (doubt.isPresent()
                    && !found(step.effect(), findings)
                    && !open.contains(doubt.get())) {
                open.add(doubt.get());
            }
        }
        Strength strongest = findings.isEmpty() ? Strength.NOTE : findings.getFirst().strength();
        if (strongest == Strength.HARD) {
            return new Ruling.Settled(
                    decision(facts, Verdict.DENY, Decider.RULE, reason(findings), findings, open));
        }
        if (strongest != Strength.NOTE || !open.isEmpty()) {
            return new Ruling.Open(new Ruling.Question(facts, findings, open));
        }
        return new Ruling.Settled(
                decision(
                        facts,
                        Verdict.ALLOW,
                        Decider.FAST_PATH,
                        "everything it does is harmless by itself",
                        findings,
                        open));
    }

    /// What an opinion makes of an open question; without one it is a question for a person.
    public Decision settle(Ruling.Question question, Opinion opinion) {
        Verdict byRules = byRules(question);
        return switch (opinion) {
            case Opinion.Given(var verdict, var reason)
                    when verdict == Verdict.ALLOW && !hasHard(question) ->
                    judged(question, Verdict.ALLOW, Optional.empty(), reason);
            case Opinion.Given(var verdict, var reason) ->
                    byRules.compareTo(verdict) >= 0
                            ? ruled(question, byRules, Optional.empty())
                            : judged(question, verdict, Optional.empty(), reason);
            case Opinion.Absent(var code, var _) -> ruled(question, byRules, Optional.of(code));
        };
    }

    private static Finding noted(String note) {
        var effect =
                new Effect.Administer(
                        "settings", "widen", "", Effect.Administer.Gravity.CHANGE, Span.NONE);
        return new Finding(
                Strength.NOTE,
                "settings",
                note,
                effect,
                Span.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Verdict byRules(Ruling.Question question) {
        Verdict worst = question.open().isEmpty() ? Verdict.ALLOW : Verdict.ASK;
        for (Finding finding : question.findings()) {
            worst = worst.strictest(finding.strength().verdict());
        }
        // A question that says nothing is still a question.
        return worst.strictest(Verdict.ASK);
    }

    private static boolean hasHard(Ruling.Question question) {
        return question.findings().stream()
                .anyMatch(finding -> finding.strength() == Strength.HARD);
    }

    private static Decision judged(
            Ruling.Question question, Verdict verdict, Optional<String> code, String reason) {
        return new Decision(
                verdict,
                code,
                Decider.JUDGE,
                reason,
                question.findings(),
                question.open(),
                question.facts().steps(),
                question.facts().flows());
    }

    /// What a finding says stands without a judge; what only nobody vouched for says why nobody was asked.
    private static Decision ruled(
            Ruling.Question question, Verdict verdict, Optional<String> absent) {
        List<Finding> findings = question.findings();
        boolean found = !findings.isEmpty() && findings.getFirst().strength() != Strength.NOTE;
        if (!found) {
            String reason =
                    question.open().isEmpty()
                            ? "nothing vouches for it"
                            : question.open().getFirst();
            return judged(question, verdict, absent, reason);
        }
        return new Decision(
                verdict,
                Optional.empty(),
                Decider.RULE,
                findings.getFirst().reason(),
                findings,
                question.open(),
                question.facts().steps(),
                question.facts().flows());
    }

    private static String reason(List<Finding> findings) {
        return findings.getFirst().reason();
    }

    private static Decision decision(
            Facts facts,
            Verdict verdict,
            Decider decider,
            String reason,
            List<Finding> findings,
            List<String> open) {
        return new Decision(
                verdict,
                Optional.empty(),
                decider,
                reason,
                findings,
                open,
                facts.steps(),
                facts.flows());
    }

    private static boolean found(Effect effect, List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.strength() != Strength.NOTE && finding.effect().equals(effect)) {
                return true;
            }
        }
        return false;
    }

    private void look(Facts facts, List<Finding> findings, List<String> open) {
        long topics = facts.topics();
        Map<String, Strength> raised = raised();
        for (Rule rule : rules) {
            look(rule, topics, facts, raised, findings, open);
        }
        for (Layer layer : layers) {
            for (Rule rule : layer.rules()) {
                look(rule, topics, facts, raised, findings, open);
            }
        }
    }

    /// A rule that fails leaves the call open: what it would have said is not known.
    private static void look(
            Rule rule,
            long topics,
            Facts facts,
            Map<String, Strength> raised,
            List<Finding> findings,
            List<String> open) {
        try {
            for (Topic topic : rule.topics()) {
                if ((topics & topic.bit()) != 0) {
                    rule.look(facts).forEach(finding -> findings.add(raise(finding, raised)));
                    return;
                }
            }
        } catch (RuntimeException problem) {
            open.add("a rule failed: " + problem);
        }
    }

    private static Finding raise(Finding finding, Map<String, Strength> raised) {
        return finding.raisedTo(raised.getOrDefault(finding.rule(), Strength.NOTE));
    }

    private Map<String, Strength> raised() {
        if (layers.isEmpty()) {
            return Map.of();
        }
        var strongest = new HashMap<String, Strength>();
        for (Layer layer : layers) {
            layer.raised()
                    .forEach((rule, strength) ->
                            strongest.merge(rule, strength, (a, b) -> a.compareTo(b) >= 0 ? a : b));
        }
        return strongest;
    }
}
