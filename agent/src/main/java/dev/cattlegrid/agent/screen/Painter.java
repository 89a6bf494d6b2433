package dev.cattlegrid.agent.screen;

import java.util.List;
import java.util.function.Consumer;

/// Draws what stands at the bottom of the screen, and lets what happened scroll away above it.
///
/// Only rows that are other than before are sent. Nothing here depends on where on the screen it began, so what a shell
/// printed before stays where it is.
final class Painter {
    private final Consumer<String> terminal;
    private Live last = Live.NOTHING;
    private int width;

    Painter(Consumer<String> terminal) {
        this.terminal = terminal;
    }

    /// @param above rows that stay for good, each narrower than the screen
    void paint(List<String> above, Live live, int columns) {
        var text = new StringBuilder("\033[?25l");
        int row = last.row();
        if (!above.isEmpty() || columns != width) {
            up(rowsAboveCursor(columns), text);
            text.append("\r\033[J");
            above.forEach(line -> text.append(line).append("\r\n"));
            last = Live.NOTHING;
            width = columns;
            row = 0;
        }
        row = rows(live, row, text);
        up(row - live.row(), text);
        text.append('\r');
        if (live.column() > 0) {
            text.append("\033[").append(live.column()).append('C');
        }
        terminal.accept(text.append("\033[?25h").toString());
        last = live;
    }

    /// Forgets what it drew: somebody else wiped the screen.
    void startAgain() {
        last = Live.NOTHING;
    }

    /// Sends the rows that are new; the cursor ends in the row that is given back.
    private int rows(Live live, int from, StringBuilder text) {
        int row = from;
        int shared = last.rows().size();
        for (int i = 0; i < live.rows().size(); i++) {
            if (i < shared && live.rows().get(i).equals(last.rows().get(i))) {
                continue;
            }
            row = moved(row, i, shared, text);
            text.append('\r').append(live.rows().get(i)).append("\033[K");
            shared = Math.max(shared, i + 1);
        }
        if (live.rows().size() < last.rows().size()) {
            row = moved(row, live.rows().size(), shared, text);
            text.append("\r\033[J");
        }
        return row;
    }

    /// A row below all that there were is made by a line end.
    private static int moved(int from, int to, int there, StringBuilder text) {
        int row = from;
        if (to < row) {
            up(row - to, text);
            return to;
        }
        int known = Math.min(to, there - 1);
        if (known > row) {
            text.append("\033[").append(known - row).append('B');
            row = known;
        }
        while (row < to) {
            text.append("\r\n");
            row++;
        }
        return row;
    }

    private static void up(int rows, StringBuilder text) {
        if (rows > 0) {
            text.append("\033[").append(rows).append('A');
        } else if (rows < 0) {
            text.append("\033[").append(-rows).append('B');
        }
    }

    /// A screen that became narrower has broken what stood there into more rows.
    private int rowsAboveCursor(int columns) {
        int rows = 0;
        for (String line : last.rows().subList(0, last.row())) {
            rows += Math.max(1, Math.ceilDiv(Columns.ofColoured(line), columns));
        }
        return rows + last.column() / columns;
    }
}
