package dev.cattlegrid.screen;

import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Verdict;
import java.util.ArrayList;
import java.util.List;

/// Rules for a person: the list of all, and the page of one.
public final class RuleList {
    private RuleList() {}

    public static List<String> of(List<About> rules, Ink ink, int width) {
        var lines = new ArrayList<String>();
        int column = rules.stream().mapToInt(rule -> rule.name().length()).max().orElse(0) + 2;
        for (About.Group group : About.Group.values()) {
            List<About> inside = rules.stream().filter(rule -> rule.group() == group).toList();
            if (inside.isEmpty()) {
                continue;
            }
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(ink.bold(group.text()));
            inside.forEach(rule -> entry(rule.name(), rule.title(), column, ink, width, lines));
        }
        if (lines.isEmpty()) {
            lines.add("there are no rules");
        }
        return lines;
    }

    /// A rule that people wrote, as a line of a list.
    ///
    /// @param from the heading that it stands under
    public record Line(String from, String name, String title) {}

    /// The rules that people wrote, file by file; nothing where there are none.
    public static List<String> written(List<Line> rules, Ink ink, int width) {
        var lines = new ArrayList<String>();
        int column = rules.stream().mapToInt(rule -> rule.name().length()).max().orElse(0) + 2;
        String from = "";
        for (Line rule : rules) {
            if (!rule.from().equals(from)) {
                from = rule.from();
                lines.add("");
                lines.add(ink.bold(Shown.line(from).text()));
            }
            entry(rule.name(), Shown.line(rule.title()).text(), column, ink, width, lines);
        }
        return lines;
    }

    private static void entry(
            String name, String title, int column, Ink ink, int width, List<String> lines) {
        String indent = " ".repeat(column);
        String first = ink.cyan(name) + indent.substring(name.length());
        for (String piece : Page.wrapped(title, Math.max(20, width - column - 2))) {
            lines.add("  " + first + piece);
            first = indent;
        }
    }

    /// The page of a rule, with its heading and its examples in colour.
    public static List<String> page(About rule, Ink ink) {
        String page = Shown.lines(rule.page().strip(), Integer.MAX_VALUE).text();
        return page.lines().map(line -> coloured(line, ink)).toList();
    }

    private static String coloured(String line, Ink ink) {
        if (line.startsWith("# ")) {
            return ink.bold(line.substring(2));
        }
        for (Verdict verdict : Verdict.values()) {
            String mark = verdict.text() + ":";
            if (line.startsWith(mark)) {
                return ink.as(verdict, mark) + line.substring(mark.length());
            }
        }
        return line;
    }
}
