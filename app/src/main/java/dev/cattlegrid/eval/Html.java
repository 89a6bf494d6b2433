package dev.cattlegrid.eval;

import dev.cattlegrid.screen.Shown;
import java.util.List;
import java.util.Locale;

/// A page of HTML in the making. Everything that comes from outside goes through `text`.
final class Html {
    private final StringBuilder out = new StringBuilder();

    /// Markup of our own.
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html raw(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
        return this;
    }

    Html text(String shown) {
        String fit = Shown.line(shown).text();
        for (int i = 0; i < fit.length(); i++) {
            char c = fit.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return this;
    }

    Html heading(String words) {
        return raw("<h2>").text(words).raw("</h2>\n");
    }

    /// A table; the first column holds names, the others numbers.
    Html table(List<String> columns, List<List<String>> rows) {
        raw("<table><thead><tr>");
        columns.forEach(column -> raw("<th>").text(column).raw("</th>"));
        raw("</tr></thead><tbody>\n");
        for (var row : rows) {
            raw("<tr>");
            row.forEach(cell -> raw("<td>").text(cell).raw("</td>"));
            raw("</tr>\n");
        }
        return raw("</tbody></table>\n");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
