package dev.cattlegrid.agent.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Made;
import dev.cattlegrid.agent.tool.Done;
import dev.cattlegrid.agent.tool.Todo;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.screen.Ink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that a model or a tool says steers the terminal, and no row is wider than the screen.
class HostileTest {
    private static final String EVIL =
            "a\033[2J\033]0;title\007\033[31mred\u009b1m\r\b\u202eback\u2066 喜😀e\u0301 \ttab ";

    @TempDir private Path top;
    private final List<Act> acts = new ArrayList<>();

    private Screen screen() {
        return new Screen(
                Ink.NONE,
                top,
                History.of(new Store(top)),
                new Modes(false),
                entry -> entry,
                acts::add,
                _ -> {},
                List::of);
    }

    @Test
    void whatIsSaidIsShownAndNotObeyed() {
        Screen screen = screen();
        screen.resized(60);
        var made = new Made("1", "Bash", "ls", Optional.empty());
        String longText = (EVIL + "\n").repeat(3) + EVIL.repeat(30);
        List<Happening> all =
                List.of(
                        new Happening.Began(
                                "s", EVIL, "model", Origin.Mode.AUTO, false, Optional.of(EVIL)),
                        new Happening.Heard(longText),
                        new Happening.Words(longText, Optional.empty()),
                        new Happening.Words("\033", Optional.empty()),
                        new Happening.Words("[2J" + longText, Optional.empty()),
                        new Happening.Paused(Optional.empty()),
                        new Happening.Proposed(made),
                        new Happening.Ran(made, Done.of(longText), Duration.ZERO),
                        new Happening.Ran(made, Done.failed(longText), Duration.ZERO),
                        new Happening.Ran(
                                made,
                                new Done(
                                        "",
                                        false,
                                        Optional.of(
                                                new Done.View.Diff(
                                                        "f",
                                                        List.of("+" + EVIL, "-" + longText),
                                                        1,
                                                        1))),
                                Duration.ZERO),
                        new Happening.Ran(
                                made,
                                new Done(
                                        "",
                                        false,
                                        Optional.of(
                                                new Done.View.Todos(
                                                        List.of(
                                                                new Todo(
                                                                        EVIL,
                                                                        Todo.State.PENDING))))),
                                Duration.ZERO),
                        new Happening.Noticed(longText),
                        new Happening.Retrying(longText, 1, Duration.ofSeconds(1)),
                        new Happening.Over(new Happening.Ending.Unavailable(longText)));
        var rows = new ArrayList<String>();
        for (Happening happening : all) {
            screen.happened(happening, 0);
            rows.addAll(screen.live(60, 20, 0).rows());
            rows.addAll(screen.above());
        }
        screen.pressed(new Key.Paste(EVIL), 0);
        rows.addAll(screen.live(60, 20, 0).rows());
        for (String row : rows) {
            assertTrue(
                    row.codePoints().noneMatch(HostileTest::steers),
                    () -> "steers: " + row.replace("\033", "ESC"));
            assertTrue(Columns.of(row) < 60, () -> Columns.of(row) + " columns: " + row);
        }
    }

    private static boolean steers(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR;
    }

    /// What is drawn anew row by row is what would be drawn from the beginning.
    @Test
    void onlyWhatChangedIsSent() {
        var sent = new StringBuilder();
        var painter = new Painter(sent::append);
        painter.paint(List.of(), new Live(List.of("one", "two", "three"), 1, 2), 80);
        sent.setLength(0);
        painter.paint(List.of(), new Live(List.of("one", "two", "THREE"), 1, 2), 80);
        assertEquals("\033[?25l\033[1B\rTHREE\033[K\033[1A\r\033[2C\033[?25h", sent.toString());
        sent.setLength(0);
        painter.paint(List.of("up"), new Live(List.of("one"), 0, 0), 80);
        assertEquals("\033[?25l\033[1A\r\033[Jup\r\n\rone\033[K\r\033[?25h", sent.toString());
    }
}
