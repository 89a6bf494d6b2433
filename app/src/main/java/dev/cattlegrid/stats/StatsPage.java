package dev.cattlegrid.stats;

import dev.cattlegrid.screen.Ink;
import dev.cattlegrid.screen.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Stats for a person.
record StatsPage(Ink ink) {
    List<String> of(Stats stats) {
        var page = new ArrayList<String>();
        page.add(
                ink.bold(stats.calls() + " calls")
                        + ", "
                        + number(stats.questionsPerHundred())
                        + " questions in 100");
        if (stats.calls() == 0) {
            return page;
        }
        page.add("");
        page.add(ink.faint("  settled by     calls   share     median       p99"));
        for (Tier tier : Tier.values()) {
            Stats.Count count = stats.of(tier);
            if (count.calls() > 0) {
                page.add(
                        "  %-11s %8d  %5s %%  %7s ms %7s ms"
                                .formatted(
                                        tier.text(),
                                        count.calls(),
                                        number(100 * stats.share(tier)),
                                        time(count.millis(0.5)),
                                        time(count.millis(0.99))));
            }
        }
        if (stats.looks() > 0) {
            page.add("");
            page.add("  looks at what tools gave back: " + stats.looks());
        }
        if (stats.asked() > 0) {
            page.add("");
            page.add(
                    "  the judge: %d requests, %d tokens sent (%d of them from the provider's cache), %d back"
                            .formatted(
                                    stats.asked(),
                                    stats.promptTokens(),
                                    stats.cachedTokens(),
                                    stats.answerTokens()));
            page.add(
                    "  median %s ms, p99 %s ms"
                            .formatted(time(stats.waited(0.5)), time(stats.waited(0.99))));
            stats.models()
                    .forEach((model, times) ->
                            page.add("  " + Shown.name(model) + ": " + times + " requests"));
        }
        stats.failures()
                .forEach((code, times) ->
                        page.add("  no opinion, " + Shown.line(code) + ": " + times));
        return page;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String time(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : "%.0f", millis);
    }
}
