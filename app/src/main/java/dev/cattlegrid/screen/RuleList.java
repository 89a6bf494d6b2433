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
            for (About rule : inside) {
                String indent = " ".repeat(column);
                String name = ink.cyan(rule.name()) + indent.substring(rule.name().length());
                for (String piece : Page.wrapped(rule.title(), Math.max(20, width - column - 2))) {
                    lines.add("  " + name + piece);
                    name = indent;
                }
            }
        }
        if (lines.isEmpty()) {
            lines.add("there are no rules");
        }
        return lines;
    }

    /// The page of a rule, with its heading and its examples in colour.
    public static List<String> page(About rule, Ink ink) {
        return rule.page().strip().lines().map(line -> coloured(line, ink)).toList();
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
