package dev.cattlegrid.agent.screen;

import java.util.ArrayList;
import java.util.List;

/// Words that come piece by piece: rows that are full go up and stay, the last one is still being written.
final class Stream {
    private String line = "";

    /// @return rows that nothing is added to any more
    List<String> add(String piece, int width) {
        var done = new ArrayList<String>();
        String text = line + piece;
        int end = text.lastIndexOf('\n');
        if (end >= 0) {
            done.addAll(Columns.rows(Columns.shown(text.substring(0, end)), width));
        }
        line = text.substring(end + 1);
        List<String> rows = Columns.rows(Columns.shown(line), width);
        if (rows.size() > 2) {
            done.addAll(rows.subList(0, rows.size() - 1));
            line = rows.getLast();
        }
        return done;
    }

    /// What is still being written, as rows.
    List<String> rest(int width) {
        return line.isEmpty() ? List.of() : Columns.rows(Columns.shown(line), width);
    }

    /// @return the last rows
    List<String> end(int width) {
        List<String> rest = rest(width);
        line = "";
        return rest;
    }
}
