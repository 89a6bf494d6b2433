package dev.cattlegrid.agent.screen;

import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Made;
import dev.cattlegrid.screen.Ink;
import java.util.ArrayList;
import java.util.List;

/// Rows with a label at their left, each as wide as the screen allows.
final class Sections {
    private static final int LABEL = 11;

    private final Ink ink;
    private final int width;
    private final List<String> rows = new ArrayList<>();

    Sections(Ink ink, int width) {
        this.ink = ink;
        this.width = width;
    }

    Sections row(String row) {
        rows.add(Columns.cut(row, width));
        return this;
    }

    /// @param lines fit to be shown, without colours
    Sections add(String label, List<String> lines) {
        String left = label;
        for (String line : lines) {
            for (String piece : Columns.rows(line, width - LABEL)) {
                rows.add("  " + ink.cyan(left) + " ".repeat(LABEL - 2 - left.length()) + piece);
                left = "";
            }
        }
        return this;
    }

    Sections add(String label, String line) {
        return line.isEmpty() ? this : add(label, List.of(line));
    }

    List<String> rows() {
        return List.copyOf(rows);
    }

    static String call(Made made) {
        return made.agent().map(name -> "[" + name + "] ").orElse("")
                + made.tool()
                + (made.line().isEmpty() ? "" : " " + made.line());
    }

    /// A refusal in full.
    ///
    /// @param more how a person learns more of it; may be empty
    static List<String> refusal(
            Made made, Happening.Refusal refusal, String more, Near near, Ink ink, int width) {
        return new Sections(ink, width)
                .row(ink.red("✗ ") + ink.bold(call(made)))
                .add("why", refusal.reason())
                .add("rule", refusal.rule().isEmpty() ? refusal.code() : refusal.rule())
                .add("would", refusal.effects())
                .add("undo", Undo.lines(refusal.held().decision().steps(), near))
                .add("checked", refusal.facts())
                .add("clears", refusal.clears())
                .add("instead", refusal.alternative())
                .add("more", more)
                .rows();
    }
}
