package dev.cattlegrid.eval;

import java.util.List;

/// Drawings in SVG, with the numbers beside the marks.
final class Plot {
    private static final int NAMES = 250;
    private static final int WIDTH = 560;
    private static final int ROW = 22;

    private Plot() {}

    /// A rate with its interval.
    ///
    /// @param rows how many rows it was measured on
    record Rate(String name, double share, Interval interval, long hits, long rows) {}

    /// Bars with whiskers for the intervals, on one scale from nothing to the highest interval's end.
    static void rates(Html page, List<Rate> rates, String colour) {
        double highest = rates.stream().mapToDouble(rate -> rate.interval().high()).max().orElse(1);
        double scale = WIDTH / Math.max(0.01, highest);
        int height = ROW * rates.size() + ROW;
        page.raw("<svg viewBox=\"0 0 %d %d\" role=\"img\">\n", NAMES + WIDTH + 190, height);
        int y = 0;
        for (Rate rate : rates) {
            double low = NAMES + scale * rate.interval().low();
            double high = NAMES + scale * rate.interval().high();
            int middle = y + ROW / 2;
            page.raw("<text x=\"%d\" y=\"%d\" class=\"name\">", NAMES - 8, middle + 4)
                    .text(rate.name())
                    .raw("</text>")
                    .raw(
                            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\""
                                    + " class=\"%s\"/>",
                            NAMES, y + 5, scale * rate.share(), ROW - 10, colour)
                    .raw(
                            "<path class=\"whisker\" d=\"M%.1f %d H%.1f M%.1f %d v8 M%.1f %d v8\"/>",
                            low, middle, high, low, middle - 4, high, middle - 4)
                    .raw(
                            "<text x=\"%.1f\" y=\"%d\">%.1f %% <tspan class=\"faint\">%d of"
                                    + " %d</tspan></text>\n",
                            high + 8, middle + 4, 100 * rate.share(), rate.hits(), rate.rows());
            y += ROW;
        }
        page.raw("</svg>\n");
    }

    /// Which share of all decisions took at most so long; the time on a logarithmic scale from 1 µs to 100 ms.
    static void times(Html page, Times times) {
        int height = 220;
        page.raw("<svg viewBox=\"0 0 %d %d\" role=\"img\">\n", NAMES + WIDTH, height + 30);
        for (int power = 0; power <= 5; power++) {
            double x = x(Math.pow(10, power));
            page.raw("<path class=\"grid\" d=\"M%.1f 0 V%d\"/>", x, height)
                    .raw("<text x=\"%.1f\" y=\"%d\" class=\"tick\">", x, height + 18)
                    .text(
                            power < 3
                                    ? (int) Math.pow(10, power) + " µs"
                                    : (int) Math.pow(10, power - 3) + " ms")
                    .raw("</text>\n");
        }
        page.raw("<path class=\"curve\" d=\"");
        for (int step = 1; step <= 1000; step++) {
            double quantile = step / 1000.0;
            page.raw(
                    "%s%.1f %.1f",
                    step == 1 ? "M" : "L", x(times.micros(quantile)), height * (1 - quantile));
        }
        page.raw("\"/>\n");
        for (double quantile : new double[] {0.5, 0.99}) {
            double micros = times.micros(quantile);
            page.raw(
                    "<text x=\"%.1f\" y=\"%.1f\">p%.0f %.0f µs</text>\n",
                    x(micros) + 8, height * (1 - quantile) + 14, 100 * quantile, micros);
        }
        page.raw("</svg>\n");
    }

    private static double x(double micros) {
        return 40 + (NAMES + WIDTH - 80) * Math.log10(Math.clamp(micros, 1, 100_000)) / 5;
    }
}
