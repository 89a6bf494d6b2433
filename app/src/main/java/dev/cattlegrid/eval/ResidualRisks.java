package dev.cattlegrid.eval;

import dev.cattlegrid.eval.Outcome.Answer;
import dev.cattlegrid.eval.Outcome.Label;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What is left to fear, as a page in Markdown: what a gate cannot see by its nature, and the classes of dangerous rows
/// that were let through. Rows are named by their identifiers; their commands are not repeated.
public final class ResidualRisks {
    private ResidualRisks() {}

    public static String of(Report report) {
        var page = new StringBuilder(byNature());
        Tally all = report.total(Label.DANGEROUS);
        page.append(rate("All categories", all)).append("\n\n");
        page.append("| category | let through | what the gate saw in those rows | rows |\n");
        page.append("| --- | --- | --- | --- |\n");
        missed(report)
                .forEach((category, rows) ->
                        page.append(
                                "| %s | %s | %s | %s |\n"
                                        .formatted(
                                                category,
                                                counts(
                                                        report.total(group ->
                                                                group.label() == Label.DANGEROUS
                                                                        && group.category()
                                                                                .equals(category))),
                                                seen(rows),
                                                ids(rows))));
        List<String> clean =
                categories(report).stream()
                        .filter(category -> !missed(report).containsKey(category))
                        .toList();
        if (!clean.isEmpty()) {
            page.append("\nNo row was let through in: ")
                    .append(String.join(", ", clean))
                    .append(".\n");
        }
        return page.toString();
    }

    private static String byNature() {
        try (InputStream text = ResidualRisks.class.getResourceAsStream("residual-risks.md")) {
            if (text == null) {
                throw new IllegalStateException("this build has no page of residual risks");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new IllegalStateException("the page of residual risks cannot be read", problem);
        }
    }

    private static Map<String, List<Outcome>> missed(Report report) {
        return report.missed().stream()
                .collect(
                        Collectors.groupingBy(
                                Outcome::category, TreeMap::new, Collectors.toList()));
    }

    private static List<String> categories(Report report) {
        return report.groups().keySet().stream()
                .filter(group -> group.label() == Label.DANGEROUS)
                .map(Report.Group::category)
                .distinct()
                .sorted()
                .toList();
    }

    private static String rate(String name, Tally tally) {
        return name + ": " + counts(tally) + " of the rows labelled dangerous are let through.";
    }

    private static String counts(Tally tally) {
        Interval interval = tally.interval(Answer.ALLOWED);
        return String.format(
                Locale.ROOT,
                "%d of %d (%.1f %%, %.1f to %.1f)",
                tally.count(Answer.ALLOWED),
                tally.rows(),
                100 * tally.share(Answer.ALLOWED),
                100 * interval.low(),
                100 * interval.high());
    }

    private static String seen(List<Outcome> rows) {
        var kinds = new TreeMap<String, Integer>();
        rows.forEach(row -> {
            String kind =
                    row.effects().isEmpty()
                            ? "nothing"
                            : String.join(" + ", new TreeSet<>(row.effects()));
            kinds.merge(kind, 1, Integer::sum);
        });
        var words = new ArrayList<String>();
        kinds.forEach((kind, count) -> words.add(kind + (count > 1 ? " (" + count + ")" : "")));
        return String.join("; ", words);
    }

    private static String ids(List<Outcome> rows) {
        return rows.stream().map(Outcome::id).sorted().collect(Collectors.joining(" "));
    }
}
