package dev.cattlegrid.stats;

import dev.cattlegrid.eval.Times;
import dev.cattlegrid.json.Fields;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// Decisions, counted.
final class Stats {
    /// Of one tier.
    static final class Count {
        private final Times times = new Times();
        private int calls;

        int calls() {
            return calls;
        }

        /// In milliseconds.
        double millis(double quantile) {
            return times.micros(quantile) / 1000;
        }
    }

    private final Map<Tier, Count> tiers = new EnumMap<>(Tier.class);
    private final Map<String, Integer> models = new TreeMap<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final Times waited = new Times();
    private int calls;
    private int questions;
    private int looks;
    private int asked;
    private long prompt;
    private long cached;
    private long answer;

    Stats() {
        for (Tier tier : Tier.values()) {
            tiers.put(tier, new Count());
        }
    }

    void add(Fields entry) {
        calls++;
        if (entry.text("verdict").orElse("").equals("ask")) {
            questions++;
        }
        Count count = of(Tier.of(entry));
        count.calls++;
        count.times.add(number(entry, "micros") * 1000);
        entry.object("judge")
                .ifPresent(judge -> {
                    cost(judge);
                    if (number(judge, "stage") == 0) {
                        failures.merge(entry.text("code").orElse("?"), 1, Integer::sum);
                    }
                });
    }

    /// A model's look at what a tool gave back costs too.
    void addLook(Fields entry) {
        looks++;
        cost(entry.object("judge").orElse(Fields.NONE));
    }

    private void cost(Fields judge) {
        long times = number(judge, "calls");
        if (times > 0) {
            models.merge(judge.text("model").orElse("?"), (int) times, Integer::sum);
            waited.add(number(judge, "millis") * 1_000_000);
        }
        asked += (int) times;
        prompt += number(judge, "prompt_tokens");
        cached += number(judge, "cached_tokens");
        answer += number(judge, "answer_tokens");
    }

    private static long number(Fields fields, String name) {
        return fields.number(name).map(Number::longValue).orElse(0L);
    }

    Count of(Tier tier) {
        return tiers.getOrDefault(tier, new Count());
    }

    int calls() {
        return calls;
    }

    double share(Tier tier) {
        return calls == 0 ? 0 : (double) of(tier).calls() / calls;
    }

    double questionsPerHundred() {
        return calls == 0 ? 0 : 100.0 * questions / calls;
    }

    int asked() {
        return asked;
    }

    int looks() {
        return looks;
    }

    long promptTokens() {
        return prompt;
    }

    long cachedTokens() {
        return cached;
    }

    long answerTokens() {
        return answer;
    }

    Map<String, Integer> models() {
        return models;
    }

    Map<String, Integer> failures() {
        return failures;
    }

    /// For the judge, in milliseconds.
    double waited(double quantile) {
        return waited.micros(quantile) / 1000;
    }

    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("calls", calls);
        values.put("questions", questions);
        values.put("questions_per_100", questionsPerHundred());
        var layers = new LinkedHashMap<String, Object>();
        for (Tier tier : Tier.values()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("calls", of(tier).calls());
            one.put("share", share(tier));
            one.put("median_ms", of(tier).millis(0.5));
            one.put("p99_ms", of(tier).millis(0.99));
            layers.put(tier.text(), one);
        }
        values.put("layers", layers);
        var judge = new LinkedHashMap<String, Object>();
        judge.put("calls", asked);
        judge.put("looks_at_results", looks);
        judge.put("prompt_tokens", prompt);
        judge.put("cached_tokens", cached);
        judge.put("answer_tokens", answer);
        judge.put("median_ms", waited(0.5));
        judge.put("p99_ms", waited(0.99));
        judge.put("models", new LinkedHashMap<>(models));
        judge.put("without_an_opinion", new LinkedHashMap<>(failures));
        values.put("judge", judge);
        return values;
    }
}
