package dev.cattlegrid.agent.screen;

import java.util.ArrayList;
import java.util.List;

/// What stands at the bottom of the screen and is drawn anew: each row narrower than the screen.
///
/// @param row of the cursor, from 0
/// @param column of the cursor, from 0
record Live(List<String> rows, int row, int column) {
    static final Live NOTHING = new Live(List.of(""), 0, 0);

    Live {
        rows = List.copyOf(rows);
    }

    /// The same with another last row.
    Live withLast(String other) {
        var changed = new ArrayList<>(rows);
        changed.set(changed.size() - 1, other);
        return new Live(changed, row, column);
    }

    /// The last of it, where it is higher than the screen; the row of the cursor is among them.
    Live within(int height) {
        if (rows.size() <= height) {
            return this;
        }
        int from = Math.min(rows.size() - height, row);
        return new Live(rows.subList(from, from + height), row - from, column);
    }
}
