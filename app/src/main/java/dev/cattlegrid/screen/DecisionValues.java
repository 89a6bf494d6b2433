package dev.cattlegrid.screen;

import dev.cattlegrid.policy.Consulted;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A decision as plain values for JSON.
public final class DecisionValues {
    private DecisionValues() {}

    /// What a row of a batch is answered: verdict, rule, strength, code, reason, effects, unknown.
    public static Map<String, Object> brief(Decision decision) {
        Optional<Finding> finding = decision.finding();
        var values = new LinkedHashMap<String, Object>();
        values.put("verdict", decision.verdict().text());
        values.put("rule", finding.map(Finding::rule));
        values.put("strength", finding.map(Finding::strength).map(DecisionValues::word));
        values.put("code", decision.code());
        values.put("reason", Shown.line(decision.reason()).text());
        values.put("effects", decision.steps().stream().map(EffectWords::of).toList());
        values.put("unknown", EffectWords.unknowns(decision.steps()));
        return values;
    }

    /// All that is known about a decision.
    public static Map<String, Object> full(Decision decision) {
        var values = brief(decision);
        values.put("decider", decider(decision.decider()));
        values.put("open", lines(decision.open()));
        values.put("findings", decision.findings().stream().map(DecisionValues::of).toList());
        if (!decision.consulted().isNobody()) {
            values.put("judge", of(decision.consulted()));
        }
        return values;
    }

    public static Map<String, Object> of(Finding finding) {
        var values = new LinkedHashMap<String, Object>();
        values.put("rule", finding.rule());
        values.put("strength", word(finding.strength()));
        values.put("reason", Shown.line(finding.reason()).text());
        values.put("effect", EffectWords.of(finding.effect()));
        values.put("span", List.of(finding.span().start(), finding.span().end()));
        values.put("facts", lines(finding.facts()));
        values.put("clears", finding.clears().map(text -> Shown.line(text).text()));
        values.put("alternative", finding.alternative().map(text -> Shown.line(text).text()));
        return values;
    }

    /// What asking a judge came to.
    public static Map<String, Object> of(Consulted consulted) {
        var values = new LinkedHashMap<String, Object>();
        values.put("model", Shown.line(consulted.model()).text());
        values.put("remembered", consulted.remembered());
        values.put("stage", consulted.stage());
        values.put("rule", Shown.line(consulted.rule()).text());
        values.put("words", Shown.line(consulted.words()).text());
        values.put("severity", consulted.severity());
        values.put("calls", consulted.calls());
        values.put("prompt_tokens", consulted.promptTokens());
        values.put("cached_tokens", consulted.cachedTokens());
        values.put("answer_tokens", consulted.answerTokens());
        values.put("millis", consulted.millis());
        values.put("prompt", consulted.prompt());
        values.put("problem", Shown.line(consulted.problem()).text());
        return values;
    }

    public static String word(Strength strength) {
        return strength.name().toLowerCase(Locale.ROOT);
    }

    /// Which layer decided, as a word: `rule`, `fast-path`, `judge`, `failure`.
    public static String decider(Decision.Decider decider) {
        return switch (decider) {
            case RULE -> "rule";
            case FAST_PATH -> "fast-path";
            case LEAVE -> "leave";
            case JUDGE -> "judge";
            case PERSON -> "person";
            case MODE -> "mode";
            case FAILURE -> "failure";
        };
    }

    private static List<String> lines(List<String> texts) {
        return texts.stream().map(text -> Shown.line(text).text()).toList();
    }
}
