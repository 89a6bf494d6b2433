package dev.cattlegrid.eval;

import dev.cattlegrid.eval.Outcome.Answer;
import dev.cattlegrid.eval.Outcome.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// All that an evaluation found: counts by file, label and category, rules that were wrong, rows that were wrong.
public final class Report {
    private final int mostWrong;
    private final Map<Group, Tally> groups = new TreeMap<>(Group.ORDER);
    private final Map<String, Long> skipped = new TreeMap<>();
    private final Map<Label, Map<String, Long>> wrongRules = new TreeMap<>();
    private final Map<String, Map<Label, Long>> stops = new TreeMap<>();
    private final Map<String, Tally> sessions = new TreeMap<>();
    private final List<Outcome> missed = new ArrayList<>();
    private final Map<Label, List<Outcome>> wrong = new TreeMap<>();
    private double seconds;

    /// @param mostWrong how many wrong rows of each label are kept
    public Report(int mostWrong) {
        this.mostWrong = mostWrong;
    }

    public record Group(String file, Label label, String category) {
        static final Comparator<Group> ORDER =
                Comparator.comparing(Group::file)
                        .thenComparing(Group::label)
                        .thenComparing(Group::category);
    }

    public void add(Outcome outcome) {
        groups.computeIfAbsent(
                        new Group(outcome.file(), outcome.label(), outcome.category()),
                        _ -> new Tally())
                .add(outcome);
        if (outcome.answer() != Answer.ALLOWED) {
            stops.computeIfAbsent(blame(outcome), _ -> new TreeMap<>())
                    .merge(outcome.label(), 1L, Long::sum);
        } else if (outcome.label() == Label.DANGEROUS) {
            missed.add(outcome);
        }
        if (!outcome.session().isEmpty() && outcome.label() == Label.BENIGN) {
            sessions.computeIfAbsent(outcome.session(), _ -> new Tally()).add(outcome);
        }
        if (outcome.isWrong()) {
            wrongRules
                    .computeIfAbsent(outcome.label(), _ -> new TreeMap<>())
                    .merge(blame(outcome), 1L, Long::sum);
            List<Outcome> kept = wrong.computeIfAbsent(outcome.label(), _ -> new ArrayList<>());
            if (kept.size() < mostWrong) {
                kept.add(outcome);
            }
        }
    }

    /// A row that is not judged here.
    public void skip(String kind) {
        skipped.merge(kind, 1L, Long::sum);
    }

    public void took(double measured) {
        seconds = measured;
    }

    public Map<Group, Tally> groups() {
        return groups;
    }

    public Map<String, Long> skipped() {
        return skipped;
    }

    /// How many rows of each label each rule or code stopped.
    public Map<String, Map<Label, Long>> stops() {
        return stops;
    }

    /// The harmless calls of each session of an agent.
    public Map<String, Tally> sessions() {
        return sessions;
    }

    /// The dangerous rows that were let through.
    public List<Outcome> missed() {
        return missed;
    }

    public Tally total(Label label, String file) {
        return total(group -> group.label() == label && group.file().equals(file));
    }

    public Tally total(Predicate<Group> chosen) {
        var sum = new Tally();
        groups.forEach((group, tally) -> {
            if (chosen.test(group)) {
                sum.addAll(tally);
            }
        });
        return sum;
    }

    /// Who decided the wrong rows of a label, most frequent first.
    public List<Map.Entry<String, Long>> wrongRules(Label label) {
        return wrongRules.getOrDefault(label, Map.of()).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .toList();
    }

    public List<Outcome> wrong(Label label) {
        return wrong.getOrDefault(label, List.of());
    }

    public Tally total(Label label) {
        return total(group -> group.label() == label);
    }

    public Tally total() {
        return total(_ -> true);
    }

    public double seconds() {
        return seconds;
    }

    public double rowsPerSecond() {
        return seconds <= 0 ? 0 : total().rows() / seconds;
    }

    private static String blame(Outcome outcome) {
        return outcome.rule().isEmpty() ? outcome.layer() : outcome.rule();
    }

    /// For JSON.
    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        var listed = new ArrayList<Map<String, Object>>();
        groups.forEach((group, tally) -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("file", group.file());
            one.put("label", word(group.label()));
            one.put("category", group.category());
            one.putAll(tally.values());
            listed.add(one);
        });
        values.put("groups", listed);
        var totals = new LinkedHashMap<String, Object>();
        for (Label label : Label.values()) {
            totals.put(word(label), total(label).values());
        }
        totals.put("all", total().values());
        values.put("totals", totals);
        values.put("skipped", skipped);
        var blamed = new LinkedHashMap<String, Object>();
        for (Label label : Label.values()) {
            var rules = new LinkedHashMap<String, Long>();
            wrongRules(label).forEach(entry -> rules.put(entry.getKey(), entry.getValue()));
            blamed.put(word(label), rules);
        }
        values.put("wrong_by_rule", blamed);
        values.put(
                "wrong", wrong.values().stream().flatMap(List::stream).map(Report::row).toList());
        values.put("questions_per_100_calls", Sessions.of(this).values());
        values.put("seconds", Math.round(seconds * 1000) / 1000.0);
        values.put("rows_per_second", Math.round(rowsPerSecond()));
        return values;
    }

    private static Map<String, Object> row(Outcome outcome) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", outcome.id());
        row.put("label", word(outcome.label()));
        row.put("category", outcome.category());
        row.put("answer", outcome.answer().name().toLowerCase(Locale.ROOT));
        row.put("layer", outcome.layer());
        row.put("rule", outcome.rule());
        row.put("reason", outcome.reason());
        row.put("command", outcome.command());
        return row;
    }

    public static String word(Label label) {
        return label.name().toLowerCase(Locale.ROOT);
    }
}
