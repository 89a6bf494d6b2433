package dev.cattlegrid.agent.screen;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jline.utils.WCWidth;

/// A screen with its colours, as an SVG picture for the docs.
final class Picture {
    private static final double ACROSS = 8.4;
    private static final int DOWN = 18;
    private static final int EDGE = 14;
    private static final String PAPER = "#11151c";
    private static final String INK = "#d5dae3";
    private static final String FAINT = "#808997";
    private static final Map<Integer, String> COLOURS =
            Map.of(
                    31, "#f2777a",
                    32, "#8fc98a",
                    33, "#e6c06b",
                    34, "#7aa6e0",
                    35, "#c79be0",
                    36, "#6fc1c7");

    private final StringBuilder svg = new StringBuilder();
    private String colour = INK;
    private boolean bold;
    private boolean faint;

    private Picture() {}

    /// @param screen rows, with the sequences that ECMA-48 calls SGR and nothing else
    /// @param title what it shows, for who does not see it
    static String of(String screen, String title, int columns) {
        var picture = new Picture();
        picture.draw(screen.lines().toList(), title, columns);
        return picture.svg.toString();
    }

    private void draw(List<String> rows, String title, int columns) {
        double width = 2 * EDGE + columns * ACROSS;
        int height = 2 * EDGE + rows.size() * DOWN;
        svg.append(
                String.format(
                        Locale.ROOT,
                        """
                        <svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" viewBox="0 0 %.0f %d" role="img">
                        <title>%s</title>
                        <rect width="100%%" height="100%%" rx="8" fill="%s"/>
                        <g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">
                        """,
                        width,
                        height,
                        width,
                        height,
                        escaped(title),
                        PAPER));
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), EDGE + i * DOWN + DOWN - 4);
        }
        svg.append("</g>\n</svg>\n");
    }

    private void row(String row, int y) {
        int column = 0;
        int at = 0;
        while (at < row.length()) {
            if (row.charAt(at) == '\033') {
                int end = row.indexOf('m', at);
                style(row.substring(at + 2, end));
                at = end + 1;
                continue;
            }
            int next = row.indexOf('\033', at);
            String run = row.substring(at, next < 0 ? row.length() : next);
            run(run, column, y);
            column += run.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
            at += run.length();
        }
    }

    private void run(String run, int column, int y) {
        if (run.isBlank()) {
            return;
        }
        int blanks = run.length() - run.stripLeading().length();
        String text = run.strip();
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%d\" fill=\"%s\"%s xml:space=\"preserve\">%s</text>\n",
                        EDGE + (column + blanks) * ACROSS,
                        y,
                        faint && colour.equals(INK) ? FAINT : colour,
                        bold ? " font-weight=\"bold\"" : "",
                        escaped(text)));
    }

    private void style(String numbers) {
        for (String number : numbers.split(";", -1)) {
            int code = number.isEmpty() ? 0 : Integer.parseInt(number);
            switch (code) {
                case 0 -> {
                    colour = INK;
                    bold = false;
                    faint = false;
                }
                case 1 -> bold = true;
                case 2 -> faint = true;
                case 22 -> {
                    bold = false;
                    faint = false;
                }
                case 39 -> colour = INK;
                default -> colour = COLOURS.getOrDefault(code, colour);
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
