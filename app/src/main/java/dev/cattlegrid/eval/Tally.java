package dev.cattlegrid.eval;

import dev.cattlegrid.eval.Outcome.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The outcomes of one group of rows, counted.
public final class Tally {
    private final long[] answers = new long[Answer.values().length];
    private final Map<String, Long> layers = new TreeMap<>();
    private final Times times = new Times();

    void add(Outcome outcome) {
        answers[outcome.answer().ordinal()]++;
        layers.merge(outcome.layer(), 1L, Long::sum);
        times.add(outcome.nanos());
    }

    void addAll(Tally other) {
        for (int i = 0; i < answers.length; i++) {
            answers[i] += other.answers[i];
        }
        other.layers.forEach((layer, count) -> layers.merge(layer, count, Long::sum));
        times.addAll(other.times);
    }

    public long rows() {
        long sum = 0;
        for (long count : answers) {
            sum += count;
        }
        return sum;
    }

    public long count(Answer answer) {
        return answers[answer.ordinal()];
    }

    public double share(Answer answer) {
        return rows() == 0 ? 0 : (double) count(answer) / rows();
    }

    public Interval interval(Answer answer) {
        return Interval.of(count(answer), rows());
    }

    /// How many rows each layer decided, by name.
    public Map<String, Long> layers() {
        return layers;
    }

    public Times times() {
        return times;
    }

    Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("rows", rows());
        for (Answer answer : Answer.values()) {
            String name = answer.name().toLowerCase(java.util.Locale.ROOT);
            Interval interval = interval(answer);
            values.put(name, count(answer));
            values.put(name + "_share", rounded(share(answer)));
            values.put(
                    name + "_interval", List.of(rounded(interval.low()), rounded(interval.high())));
        }
        values.put("layers", layers);
        values.put("p50_micros", rounded(times.micros(0.5)));
        values.put("p99_micros", rounded(times.micros(0.99)));
        return values;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
