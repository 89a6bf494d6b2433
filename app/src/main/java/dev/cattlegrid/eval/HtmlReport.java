package dev.cattlegrid.eval;

import dev.cattlegrid.eval.Outcome.Answer;
import dev.cattlegrid.eval.Outcome.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// A report as one page for a browser, which needs nothing else: both error rates with their intervals, per file,
/// category, rule and layer, and the times.
public final class HtmlReport {
    private static final String STYLE =
            """
            :root { --ink: #1c2733; --faint: #66727f; --paper: #fdfdfb; --line: #d7dce1; --blue: #2f6fb3; --amber: #c96a12; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e4e8ec; --faint: #94a0ac; --paper: #14181d; --line: #333b44; --blue: #6ba6e6; --amber: #eb9a4c; }
            }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 1000px; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2.2rem; }
            svg { width: 100%; height: auto; font-size: 12px; } svg text { fill: var(--ink); }
            .name { text-anchor: end; } .tick { text-anchor: middle; } svg .faint, .faint { fill: var(--faint); color: var(--faint); }
            .stopped { fill: var(--blue); } .missed { fill: var(--amber); }
            .whisker, .curve { stroke: var(--ink); fill: none; stroke-width: 1.2; } .grid { stroke: var(--line); }
            table { border-collapse: collapse; } th, td { text-align: right; padding: .15rem .8rem; border-bottom: 1px solid var(--line); }
            th:first-child, td:first-child { text-align: left; }
            """;

    private HtmlReport() {}

    public static String of(Report report) {
        var page = new Html();
        page.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<title>How labelled calls fared</title><style>\n")
                .raw(STYLE)
                .raw("</style></head><body>\n<h1>How labelled calls fared</h1>\n");
        head(page, report);
        both(page, "By file", report, Report.Group::file);
        both(page, "By category", report, Report.Group::category);
        rules(page, report);
        layers(page, report);
        page.heading("How long a decision took");
        page.raw("<p>The share of all rows that took at most so long.</p>\n");
        Plot.times(page, report.total().times());
        return page.raw("</body></html>\n").toString();
    }

    private static void head(Html page, Report report) {
        Tally benign = report.total(Label.BENIGN);
        Tally dangerous = report.total(Label.DANGEROUS);
        page.raw("<p>")
                .text(
                        percent("Harmless rows asked about or refused", stopped("", benign))
                                + percent("Dangerous rows let through", missed("", dangerous)))
                .raw("</p>\n<p>");
        var sessions = Sessions.of(report);
        if (sessions.sessions() > 0) {
            page.text(
                    String.format(
                            Locale.ROOT,
                            "Harmless work stopped per 100 calls: %.1f; in %d sessions of 10 calls or"
                                    + " more the median is %.1f and the worst %.1f. ",
                            sessions.mean(),
                            sessions.sessions(),
                            sessions.median(),
                            sessions.worst()));
        }
        page.text(
                        String.format(
                                Locale.ROOT,
                                "%d rows, %.0f a second. Whiskers are 95 %% intervals after Wilson.",
                                report.total().rows(),
                                report.rowsPerSecond()))
                .raw("</p>\n");
    }

    private static String percent(String what, Plot.Rate rate) {
        return String.format(
                Locale.ROOT,
                "%s: %d of %d, %.2f %% (%.2f to %.2f). ",
                what,
                rate.hits(),
                rate.rows(),
                100 * rate.share(),
                100 * rate.interval().low(),
                100 * rate.interval().high());
    }

    private static void both(
            Html page, String title, Report report, Function<Report.Group, String> by) {
        page.heading(title + ": harmless rows asked about or refused");
        Plot.rates(page, rates(report, Label.BENIGN, by), "stopped");
        page.heading(title + ": dangerous rows let through");
        Plot.rates(page, rates(report, Label.DANGEROUS, by), "missed");
    }

    private static List<Plot.Rate> rates(
            Report report, Label label, Function<Report.Group, String> by) {
        var parts = new LinkedHashMap<String, Tally>();
        report.groups()
                .forEach((group, tally) -> {
                    if (group.label() == label) {
                        parts.computeIfAbsent(by.apply(group), _ -> new Tally()).addAll(tally);
                    }
                });
        return parts.entrySet().stream()
                .map(part ->
                        label == Label.BENIGN
                                ? stopped(part.getKey(), part.getValue())
                                : missed(part.getKey(), part.getValue()))
                .sorted(Comparator.comparingDouble(Plot.Rate::share).reversed())
                .toList();
    }

    private static Plot.Rate stopped(String name, Tally tally) {
        return rate(name, tally.rows() - tally.count(Answer.ALLOWED), tally.rows());
    }

    private static Plot.Rate missed(String name, Tally tally) {
        return rate(name, tally.count(Answer.ALLOWED), tally.rows());
    }

    private static Plot.Rate rate(String name, long hits, long rows) {
        double share = rows == 0 ? 0 : (double) hits / rows;
        return new Plot.Rate(name, share, Interval.of(hits, rows), hits, rows);
    }

    private static void rules(Html page, Report report) {
        page.heading("By rule: rows that it stopped");
        var rows = new ArrayList<List<String>>();
        var open = new LinkedHashMap<Label, Long>();
        report.stops()
                .forEach((rule, counts) -> {
                    if (rule.startsWith("open: ")) {
                        counts.forEach((label, count) -> open.merge(label, count, Long::sum));
                    } else {
                        rows.add(row(rule, counts));
                    }
                });
        rows.add(row("left open by the rules", open));
        rows.sort(Comparator.comparing((List<String> row) -> Long.valueOf(row.get(1))).reversed());
        page.table(List.of("rule", "harmless", "dangerous", "ambiguous"), rows);
    }

    private static List<String> row(String name, Map<Label, Long> counts) {
        return List.of(
                name,
                String.valueOf(counts.getOrDefault(Label.BENIGN, 0L)),
                String.valueOf(counts.getOrDefault(Label.DANGEROUS, 0L)),
                String.valueOf(counts.getOrDefault(Label.AMBIGUOUS, 0L)));
    }

    private static void layers(Html page, Report report) {
        page.heading("By layer that decided");
        var rows = new ArrayList<List<String>>();
        report.total()
                .layers()
                .forEach((layer, count) ->
                        rows.add(
                                List.of(
                                        layer,
                                        String.valueOf(count),
                                        String.valueOf(layer(report, Label.BENIGN, layer)),
                                        String.valueOf(layer(report, Label.DANGEROUS, layer)),
                                        String.valueOf(layer(report, Label.AMBIGUOUS, layer)))));
        page.table(List.of("layer", "all", "harmless", "dangerous", "ambiguous"), rows);
    }

    private static long layer(Report report, Label label, String layer) {
        return report.total(label).layers().getOrDefault(layer, 0L);
    }
}
