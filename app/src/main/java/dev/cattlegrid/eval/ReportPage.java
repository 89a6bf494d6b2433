package dev.cattlegrid.eval;

import dev.cattlegrid.eval.Outcome.Answer;
import dev.cattlegrid.eval.Outcome.Label;
import dev.cattlegrid.screen.Ink;
import dev.cattlegrid.screen.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A report as a table for a person.
///
/// @param rules how many deciders of wrong rows are listed for each label
public record ReportPage(Ink ink, int rules) {
    private static final String HEADING =
            "%-34s %6s  %-24s  %-24s  %-24s  %6s  %8s %8s  %s"
                    .formatted(
                            "",
                            "rows",
                            "allowed",
                            "asked",
                            "denied",
                            "failed",
                            "p50 µs",
                            "p99 µs",
                            "decided by");

    public List<String> of(Report report) {
        var page = new ArrayList<String>();
        page.add(ink.bold(HEADING));
        report.groups().keySet().stream()
                .map(Report.Group::file)
                .distinct()
                .forEach(file -> file(report, file, page));
        page.add(ink.bold("all files"));
        for (Label label : Label.values()) {
            Tally total = report.total(label);
            if (total.rows() > 0) {
                page.add(line("  " + Report.word(label), label, total));
            }
        }
        for (Label label : Label.values()) {
            blame(report, label, page);
        }
        for (Label label : Label.values()) {
            wrong(report, label, page);
        }
        page.add("");
        sessions(Sessions.of(report), page);
        page.add(foot(report));
        return page;
    }

    /// A line for each category; those that are never right or wrong share one.
    private void file(Report report, String file, List<String> page) {
        page.add(ink.bold(Shown.line(file, 60).text()));
        var unclear = new Tally();
        report.groups()
                .forEach((group, tally) -> {
                    if (!group.file().equals(file)) {
                        return;
                    }
                    if (group.label() == Label.AMBIGUOUS) {
                        unclear.addAll(tally);
                        return;
                    }
                    String name = "  " + Report.word(group.label()) + " " + group.category();
                    page.add(line(name, group.label(), tally));
                });
        if (unclear.rows() > 0) {
            page.add(line("  ambiguous", Label.AMBIGUOUS, unclear));
        }
    }

    private String line(String name, Label label, Tally tally) {
        boolean benign = label == Label.BENIGN;
        boolean counted = label != Label.AMBIGUOUS;
        return "%-34s %6d  %s  %s  %s  %s  %8.1f %8.1f  %s"
                .formatted(
                        Shown.line(name, 33),
                        tally.rows(),
                        cell(tally, Answer.ALLOWED, counted && !benign),
                        cell(tally, Answer.ASKED, counted && benign),
                        cell(tally, Answer.DENIED, counted && benign),
                        failed(tally),
                        tally.times().micros(0.5),
                        tally.times().micros(0.99),
                        ink.faint(layers(tally)));
    }

    /// Number, share and interval: `1500  89.2 % (87.6-90.6)`.
    private String cell(Tally tally, Answer answer, boolean bad) {
        Interval interval = tally.interval(answer);
        String text =
                String.format(
                        Locale.ROOT,
                        "%5d %5.1f %% (%.1f-%.1f)",
                        tally.count(answer),
                        100 * tally.share(answer),
                        100 * interval.low(),
                        100 * interval.high());
        String padded = "%-24s".formatted(text);
        return bad && tally.count(answer) > 0 ? ink.red(padded) : padded;
    }

    private String failed(Tally tally) {
        String text = "%6d".formatted(tally.count(Answer.FAILED));
        return tally.count(Answer.FAILED) > 0 ? ink.red(text) : text;
    }

    private static String layers(Tally tally) {
        return tally.layers().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private void blame(Report report, Label label, List<String> page) {
        List<Map.Entry<String, Long>> blamed = report.wrongRules(label);
        if (rules == 0 || blamed.isEmpty()) {
            return;
        }
        page.add("");
        page.add(ink.bold(Report.word(label) + " rows that went wrong, by what decided"));
        blamed.stream()
                .limit(rules)
                .forEach(entry -> page.add("%6d  %s".formatted(entry.getValue(), entry.getKey())));
    }

    private void wrong(Report report, Label label, List<String> page) {
        List<Outcome> rows = report.wrong(label);
        if (rows.isEmpty()) {
            return;
        }
        page.add("");
        page.add(ink.bold(Report.word(label) + " rows that went wrong"));
        for (Outcome row : rows) {
            page.add(
                    "  "
                            + ink.cyan(Shown.line(row.id(), 60).text())
                            + "  "
                            + ink.red(row.answer().name().toLowerCase(Locale.ROOT))
                            + "  "
                            + row.layer()
                            + (row.rule().isEmpty() ? "" : " " + row.rule()));
            page.add("    " + Shown.line(row.command(), 160));
            page.add("    " + ink.faint(Shown.line(row.reason(), 160).text()));
        }
    }

    private static void sessions(Sessions sessions, List<String> page) {
        if (sessions.sessions() > 0) {
            page.add(
                    String.format(
                            Locale.ROOT,
                            "harmless work stopped, per 100 calls: %.1f; %d sessions of 10 calls or"
                                    + " more: median %.1f, worst %.1f",
                            sessions.mean(),
                            sessions.sessions(),
                            sessions.median(),
                            sessions.worst()));
        }
    }

    private String foot(Report report) {
        String skipped =
                report.skipped().entrySet().stream()
                        .map(entry -> entry.getValue() + " of kind " + entry.getKey())
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%d rows in %.2f s, %.0f rows a second%s",
                report.total().rows(),
                report.seconds(),
                report.rowsPerSecond(),
                skipped.isEmpty() ? "" : "; left out: " + skipped);
    }
}
