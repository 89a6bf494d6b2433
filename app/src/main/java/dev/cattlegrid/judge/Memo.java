package dev.cattlegrid.judge;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Consulted;
import dev.cattlegrid.policy.Opinion;
import dev.cattlegrid.policy.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The opinions that a judge gave, so that the same question is not asked twice.
final class Memo {
    private static final int MOST = 4_000;

    private final Drawer drawer;

    Memo(Store store) {
        drawer = new Drawer(store, "opinions", MOST);
    }

    Optional<Opinion> of(String key, String model) {
        return drawer.get(key)
                .flatMap(text ->
                        Json.parse(text).members() instanceof Json.Members.Of(var fields)
                                ? opinion(fields, model)
                                : Optional.empty());
    }

    private static Optional<Opinion> opinion(Fields fields, String model) {
        String word = fields.text("verdict").orElse("");
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.text().equals(word))
                .findFirst()
                .map(verdict ->
                        new Opinion.Given(
                                verdict,
                                fields.text("reason").orElse(""),
                                new Consulted(
                                        model,
                                        true,
                                        number(fields, "stage"),
                                        0,
                                        0,
                                        0,
                                        0,
                                        0,
                                        fields.text("rule").orElse(""),
                                        fields.text("words").orElse(""),
                                        number(fields, "severity"),
                                        fields.text("prompt").orElse(""),
                                        "")));
    }

    private static int number(Fields fields, String name) {
        return fields.number(name).map(Number::intValue).orElse(0);
    }

    void keep(String key, Opinion.Given opinion) {
        Consulted consulted = opinion.consulted();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("verdict", opinion.verdict().text());
        values.put("reason", opinion.reason());
        values.put("stage", consulted.stage());
        values.put("rule", consulted.rule());
        values.put("words", consulted.words());
        values.put("severity", consulted.severity());
        values.put("prompt", consulted.prompt());
        drawer.put(key, Json.print(values));
    }
}
