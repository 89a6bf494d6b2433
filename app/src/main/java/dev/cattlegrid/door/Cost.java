package dev.cattlegrid.door;

import dev.cattlegrid.eval.Interval;
import dev.cattlegrid.eval.Times;
import dev.cattlegrid.policy.Consulted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What a judge cost in an evaluation, counted by many threads.
final class Cost {
    private final Times times = new Times();
    private final Map<String, Integer> problems = new TreeMap<>();
    private int asked;
    private int opinions;
    private int remembered;
    private int requests;
    private long prompt;
    private long cached;
    private long answer;

    synchronized void add(Consulted consulted) {
        if (consulted.isNobody()) {
            return;
        }
        asked++;
        requests += consulted.calls();
        prompt += consulted.promptTokens();
        cached += consulted.cachedTokens();
        answer += consulted.answerTokens();
        if (consulted.remembered()) {
            remembered++;
        } else {
            times.add(consulted.millis() * 1_000_000);
        }
        if (consulted.stage() > 0) {
            opinions++;
        } else {
            problems.merge(consulted.problem(), 1, Integer::sum);
        }
    }

    synchronized Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("asked", asked);
        values.put("opinions", opinions);
        Interval interval = Interval.of(opinions, asked);
        values.put("answered_low", interval.low());
        values.put("answered_high", interval.high());
        values.put("remembered", remembered);
        values.put("requests", requests);
        values.put("prompt_tokens", prompt);
        values.put("cached_tokens", cached);
        values.put("answer_tokens", answer);
        values.put("median_ms", times.micros(0.5) / 1000);
        values.put("p99_ms", times.micros(0.99) / 1000);
        values.put("problems", new LinkedHashMap<>(problems));
        return values;
    }

    synchronized List<String> page() {
        Interval interval = Interval.of(opinions, asked);
        var page = new ArrayList<String>();
        page.add("");
        page.add(
                "the judge was asked %d times and had %d opinions (%.1f to %.1f %%), %d of them from before"
                        .formatted(
                                asked,
                                opinions,
                                100 * interval.low(),
                                100 * interval.high(),
                                remembered));
        page.add(
                "%d requests, %d tokens sent (%d of them from the provider's cache), %d back; median %.0f ms, p99 %.0f ms"
                        .formatted(
                                requests,
                                prompt,
                                cached,
                                answer,
                                times.micros(0.5) / 1000,
                                times.micros(0.99) / 1000));
        problems.forEach((problem, count) ->
                page.add(String.format(Locale.ROOT, "no opinion %d times: %s", count, problem)));
        return page;
    }
}
