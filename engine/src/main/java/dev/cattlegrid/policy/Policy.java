package dev.cattlegrid.policy;

import dev.cattlegrid.call.Origin.Mode;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.policy.Decision.Decider;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Rules and the order in which they count.
///
/// @param rules the built-in ones
/// @param layers settings that tighten them; their order does not matter, the strictest wins
/// @param environment what the organisation and the user say of where calls run, which shifts defaults
/// @param clearings whose leave counts, asked in this order
public record Policy(
        List<Rule> rules, List<Layer> layers, Environment environment, List<Clearing> clearings) {
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
        clearings = List.copyOf(clearings);
    }

    /// One in which the person's own words count, and nothing else.
    public Policy(List<Rule> rules, List<Layer> layers, Environment environment) {
        this(rules, layers, environment, List.of(PersonsWords.OF_THE_SESSION));
    }

    public Policy(List<Rule> rules) {
        this(rules, List.of(), Environment.NONE);
    }

    /// The same policy under one more layer.
    public Policy under(Layer layer) {
        var more = new ArrayList<>(layers);
        more.add(layer);
        return new Policy(rules, more, environment, clearings);
    }

    /// The same policy in another environment.
    public Policy in(Environment other) {
        return new Policy(rules, layers, other, clearings);
    }

    /// The same policy, with one more source of leave.
    public Policy with(Clearing clearing) {
        var more = new ArrayList<>(clearings);
        more.add(clearing);
        return new Policy(rules, layers, environment, more);
    }

    /// What the rules make of the facts: settled where nothing clears it or nothing is amiss, else open.
    public Ruling weigh(Facts facts) {
        var found = new ArrayList<Finding>();
        var open = new ArrayList<String>();
        look(facts, found, open);
        for (String note : environment.notes()) {
            found.add(noted(note));
        }
        Astray.doubt(facts).ifPresent(open::add);
        List<Clearing> leaves = Sandboxed.before(clearings, facts);
        var vouched = new ArrayList<Clearing.Clearance>();
        for (Step step : facts.steps()) {
            Optional<String> doubt = Harmless.doubt(step.effect(), facts);
            if (doubt.isPresent() && !found(step.effect(), found) && !open.contains(doubt.get())) {
                vouches(step.effect(), facts, leaves)
                        .ifPresentOrElse(vouched::add, () -> open.add(doubt.get()));
            }
        }
        Clearances left = Clearances.of(found, leaves, floor(), facts).and(vouched);
        List<Finding> findings = left.findings().stream().sorted(ORDER).toList();
        Strength strongest = findings.isEmpty() ? Strength.NOTE : findings.getFirst().strength();
        if (strongest == Strength.HARD) {
            return new Ruling.Settled(
                    decision(
                            new Ruling.Question(facts, findings, open),
                            Verdict.DENY,
                            Decider.RULE,
                            findings.getFirst().reason()));
        }
        var question = new Ruling.Question(facts, findings, open, left.cited());
        if (strongest != Strength.NOTE || !open.isEmpty()) {
            return new Ruling.Open(question);
        }
        return new Ruling.Settled(
                left.cited().isEmpty()
                        ? decision(
                                question,
                                Verdict.ALLOW,
                                Decider.FAST_PATH,
                                "everything it does is harmless by itself")
                        : decision(question, Verdict.ALLOW, Decider.LEAVE, inWords(left.cited())));
    }

    private Optional<Clearing.Clearance> vouches(
            Effect effect, Facts facts, List<Clearing> leaves) {
        if (Clearances.isBeyondWords(effect)) {
            return Optional.empty();
        }
        return leaves.stream()
                .flatMap(clearing -> clearing.vouches(effect, facts).stream())
                .findFirst();
    }

    private static String inWords(List<Clearing.Clearance> cited) {
        return cited.stream()
                .map(Clearing.Clearance::reason)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /// The rules whose findings the organisation or the gate itself holds up: nobody below them clears these.
    private Set<String> floor() {
        if (layers.isEmpty()) {
            return Set.of();
        }
        var names = new HashSet<String>();
        for (Layer layer : layers) {
            switch (layer.level()) {
                case ORGANISATION, GATE -> {
                    names.addAll(layer.raised().keySet());
                    layer.rules().forEach(rule -> names.add(rule.about().name()));
                }
                case USER, PROJECT, SESSION -> {}
            }
        }
        return names;
    }

    /// What the permission mode makes of a decision.
    public Decision under(Mode mode, Decision decision) {
        return UnderMode.of(decision, mode, floor());
    }

    /// Whether a judge's opinion could make anything milder, so that it is worth asking.
    public boolean isForJudge(Ruling.Question question) {
        return new Leeway(floor()).standing(question).isEmpty();
    }

    /// What an opinion makes of an open question; without one it is a question for a person.
    public Decision settle(Ruling.Question question, Opinion opinion) {
        Decision decision =
                switch (opinion) {
                    case Opinion.Given(var verdict, var reason, var consulted) ->
                            verdict == Verdict.ALLOW
                                    ? allowed(question, reason, consulted)
                                    : byRules(question).compareTo(verdict) > 0
                                                    || byRules(question) == verdict
                                                            && isFound(question)
                                            ? ruled(question, byRules(question), Optional.empty())
                                            : judged(question, verdict, Optional.empty(), reason);
                    case Opinion.Absent(var code, var _, var _) ->
                            ruled(question, byRules(question), Optional.of(code));
                };
        return decision.after(opinion.consulted());
    }

    /// What an opinion makes of a call that the rules let pass, which can only be stricter.
    public Decision tightened(Decision decision, Ruling.Question question, Opinion opinion) {
        return switch (opinion) {
            case Opinion.Given(var verdict, var reason, var consulted) ->
                    (verdict == Verdict.ALLOW
                                    ? decision
                                    : judged(question, verdict, Optional.empty(), reason))
                            .after(consulted);
            case Opinion.Absent(var _, var _, var consulted) -> decision.after(consulted);
        };
    }

    /// What a judge cannot clear stands, and is what the decision is about.
    private Decision allowed(Ruling.Question question, String reason, Consulted consulted) {
        List<Finding> standing = new Leeway(floor()).standing(question, consulted);
        if (standing.isEmpty()) {
            return judged(question, Verdict.ALLOW, Optional.empty(), reason);
        }
        var findings = new ArrayList<>(standing);
        question.findings().stream()
                .filter(finding -> !standing.contains(finding))
                .forEach(findings::add);
        Verdict verdict = Verdict.ASK;
        for (Finding finding : standing) {
            verdict = verdict.strictest(finding.strength().verdict());
        }
        return ruled(
                new Ruling.Question(question.facts(), findings, question.open(), question.cited()),
                verdict,
                Optional.empty());
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
                Optional.empty(),
                Wanted.NOTHING);
    }

    private static Verdict byRules(Ruling.Question question) {
        Verdict worst = question.open().isEmpty() ? Verdict.ALLOW : Verdict.ASK;
        for (Finding finding : question.findings()) {
            worst = worst.strictest(finding.strength().verdict());
        }
        // A question that says nothing is still a question.
        return worst.strictest(Verdict.ASK);
    }

    /// Whether a rule said something that weighs.
    private static boolean isFound(Ruling.Question question) {
        return question.findings().stream()
                .anyMatch(finding -> finding.strength() != Strength.NOTE);
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
                question.facts().flows(),
                question.cited(),
                Consulted.NOBODY,
                question.facts().barred());
    }

    /// What a finding says stands without a judge; a question says why nobody answered it.
    private static Decision ruled(
            Ruling.Question question, Verdict verdict, Optional<String> absent) {
        List<Finding> findings = question.findings();
        if (!isFound(question)) {
            String reason =
                    question.open().isEmpty()
                            ? "nothing vouches for it"
                            : question.open().getFirst();
            return judged(question, verdict, absent, reason);
        }
        return new Decision(
                verdict,
                absent.filter(code -> verdict == Verdict.ASK && Opinion.FAILURES.contains(code)),
                Decider.RULE,
                findings.getFirst().reason(),
                findings,
                question.open(),
                question.facts().steps(),
                question.facts().flows(),
                question.cited(),
                Consulted.NOBODY,
                question.facts().barred());
    }

    private static Decision decision(
            Ruling.Question question, Verdict verdict, Decider decider, String reason) {
        return new Decision(
                verdict,
                Optional.empty(),
                decider,
                reason,
                question.findings(),
                question.open(),
                question.facts().steps(),
                question.facts().flows(),
                question.cited(),
                Consulted.NOBODY,
                question.facts().barred());
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
            if ((topics & rule.mask()) != 0 && rule.applies(facts)) {
                rule.look(facts).forEach(finding -> findings.add(raise(finding, raised)));
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
