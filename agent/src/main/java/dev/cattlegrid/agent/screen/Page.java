package dev.cattlegrid.agent.screen;

import dev.cattlegrid.screen.Ink;
import java.util.ArrayList;
import java.util.List;

/// The prompt and what stands around it, as rows.
final class Page {
    private static final int MOST_OFFERED = 8;

    private Page() {}

    /// A prompt that is broken into rows wherever they are full, so that the cursor is where the text goes on.
    static Live prompt(Prompt prompt, Ink ink, int width) {
        String text = Columns.shown(prompt.edit().text());
        String before = Columns.shown(prompt.edit().before());
        List<String> rows = broken(text, width - 2);
        List<String> upTo = broken(before, width - 2);
        var drawn = new ArrayList<String>();
        for (String row : rows) {
            drawn.add((drawn.isEmpty() ? ink.bold("> ") : "  ") + row);
        }
        int row = Math.min(upTo.size(), rows.size()) - 1;
        return new Live(drawn, row, 2 + Columns.of(upTo.getLast()));
    }

    private static List<String> broken(String text, int width) {
        var rows = new ArrayList<String>();
        for (String line : text.split("\n", -1)) {
            String left = line;
            while (Columns.of(left) >= width) {
                int fits = Columns.fitting(left, width - 1);
                rows.add(left.substring(0, fits));
                left = left.substring(fits);
            }
            rows.add(left);
        }
        return rows;
    }

    /// The ways to complete it, a row each.
    static List<String> offered(Prompt prompt, Ink ink, int width) {
        List<Candidate> all = prompt.offered();
        int from =
                Math.max(
                        0, Math.min(prompt.chosen() - MOST_OFFERED / 2, all.size() - MOST_OFFERED));
        int column = all.stream().mapToInt(one -> Columns.of(one.text())).max().orElse(0) + 2;
        var rows = new ArrayList<String>();
        for (int i = from; i < Math.min(all.size(), from + MOST_OFFERED); i++) {
            Candidate one = all.get(i);
            String row =
                    "  "
                            + one.text()
                            + " ".repeat(Math.max(1, column - Columns.of(one.text())))
                            + one.note();
            String cut = Columns.cutPlain(row, width);
            rows.add(i == prompt.chosen() ? ink.bold(cut) : ink.faint(cut));
        }
        return rows;
    }

    static List<String> help(Ink ink, int width) {
        var rows = new ArrayList<String>();
        for (Command command : Command.all()) {
            rows.add(
                    Columns.cut(
                            "  " + ink.cyan("%-14s".formatted(command.word())) + command.about(),
                            width));
        }
        rows.add("");
        for (String[] key : KEYS) {
            rows.add(Columns.cut("  " + ink.cyan("%-14s".formatted(key[0])) + key[1], width));
        }
        return rows;
    }

    private static final String[][] KEYS = {
        {"Enter", "send; while the agent is busy it waits for its turn"},
        {"Alt+Enter, \\", "a new line: the keys together, or a backslash at the end"},
        {"Shift+Tab", "the next mode: default, acceptEdits, plan, auto"},
        {"Esc", "break off what is under way; nothing that was said or done is lost"},
        {"Tab, @", "complete a file or a command"},
        {"↑ ↓, Ctrl-R", "what you sent before; Ctrl-R: that holds what is written"},
        {"Ctrl-C", "break off, empty the prompt, and twice: end"},
        {"Ctrl-D", "end, where the prompt is empty"},
    };
}
