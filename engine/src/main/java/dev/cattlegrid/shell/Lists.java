package dev.cattlegrid.shell;

import dev.cattlegrid.shell.Script.AndOr;
import dev.cattlegrid.shell.Script.Item;
import dev.cattlegrid.shell.Script.Pipeline;
import dev.cattlegrid.shell.Script.Timing;
import java.util.ArrayList;
import java.util.List;

/// Lists of commands: separators, `&&` and `||`, pipes, `!` and `time`.
final class Lists {
    private final Reading reading;
    private final Cursor cursor;
    private final Reserved reserved;
    private boolean timeIsPlain;

    Lists(Reading reading) {
        this.reading = reading;
        this.cursor = reading.cursor;
        this.reserved = reading.reserved;
    }

    /// The whole text.
    ///
    /// @param complete gets the commands of each line as the line ends, as bash would run them
    Script wholeText(List<Item> complete) {
        int start = cursor.at;
        List<Item> items = new ArrayList<>();
        while (true) {
            skipNewlines();
            complete.addAll(items.subList(complete.size(), items.size()));
            if (cursor.peek() == Cursor.END) {
                return new Script(items, cursor.span(start, cursor.at));
            }
            line(items);
            int next = cursor.peek();
            if (next != Cursor.END && next != '\n') {
                throw unexpected();
            }
        }
    }

    Script wholeText() {
        return wholeText(new ArrayList<>());
    }

    /// Commands up to something that cannot go on a list: a closing word or character, or the end.
    Script any() {
        return any(false);
    }

    /// @param substitution whether they stand in `$(...)`. At its very start bash takes `time` for a plain word when it
    ///     reads, and for the reserved word when it runs.
    Script any(boolean substitution) {
        int start = cursor.at;
        List<Item> items = new ArrayList<>();
        reading.enter(start);
        cursor.skipBlanks();
        timeIsPlain = substitution && reading.dialect.lazy() && reserved.isAt("time");
        skipNewlines();
        int end = cursor.at;
        while (!atClose()) {
            boolean more = line(items);
            end = cursor.at;
            if (cursor.peek() == '\n') {
                skipNewlines();
            } else if (!more) {
                break;
            }
        }
        reading.leave();
        return new Script(items, cursor.span(start, Math.max(start, end)));
    }

    Script atLeastOne() {
        var list = any();
        if (list.items().isEmpty()) {
            throw unexpected();
        }
        return list;
    }

    /// Commands up to the end of the line or to what cannot go on.
    ///
    /// @return whether a separator came last
    private boolean line(List<Item> items) {
        while (true) {
            items.add(item());
            boolean separated = separator(items);
            blanksAndComment();
            if (!separated && reading.compounds.endsInRedirect && !reserved.peek().isEmpty()) {
                throw unexpected();
            }
            int next = cursor.peek();
            if (!separated || next == '\n' || atClose()) {
                return separated;
            }
        }
    }

    private boolean separator(List<Item> items) {
        blanksAndComment();
        int next = cursor.peek();
        int second = cursor.second();
        if (next == ';' && second != ';' && second != '&') {
            cursor.take(';');
            return true;
        }
        if (next == '&' && second != '&' && second != '>') {
            cursor.take('&');
            var item = items.removeLast();
            items.add(new Item(item.list(), true, item.span()));
            return true;
        }
        return false;
    }

    private boolean atClose() {
        int next = cursor.peek();
        return next == Cursor.END
                || next == ')'
                || next == ';' && (cursor.second() == ';' || cursor.second() == '&')
                || Reserved.closes(reserved.peek());
    }

    private Item item() {
        int start = cursor.at;
        var first = pipeline();
        List<AndOr.Next> rest = new ArrayList<>(0);
        int end = cursor.at;
        while (true) {
            cursor.skipBlanks();
            AndOr.Joint joint;
            if (cursor.take('&', '&')) {
                joint = AndOr.Joint.AND;
            } else if (cursor.take('|', '|')) {
                joint = AndOr.Joint.OR;
            } else {
                return new Item(new AndOr(first, rest), false, cursor.span(start, end));
            }
            skipNewlines();
            rest.add(new AndOr.Next(joint, pipeline()));
            end = cursor.at;
        }
    }

    private Pipeline pipeline() {
        int start = cursor.at;
        var timing = Timing.NONE;
        int negations = 0;
        while (true) {
            if (reserved.take("!")) {
                negations++;
            } else if (!timeIsPlain && reserved.take("time")) {
                timing = options(timing);
            } else {
                break;
            }
            int end = cursor.at;
            cursor.skipBlanks();
            if (endsEmptyPipeline()) {
                return new Pipeline(
                        timing, negations, List.of(), List.of(), cursor.span(start, end));
            }
        }
        timeIsPlain = false;
        return piped(start, timing, negations);
    }

    private Timing options(Timing before) {
        var timing = before == Timing.TIME_POSIX ? before : Timing.TIME;
        cursor.skipBlanks();
        if (reserved.take("-p")) {
            timing = Timing.TIME_POSIX;
            cursor.skipBlanks();
        }
        reserved.take("--");
        return timing;
    }

    private boolean endsEmptyPipeline() {
        cursor.skipComment();
        int next = cursor.peek();
        return next == Cursor.END
                || next == '\n'
                || next == ';' && cursor.second() != ';' && cursor.second() != '&';
    }

    private Pipeline piped(int start, Timing timing, int negations) {
        List<Command> commands = new ArrayList<>(1);
        List<Boolean> errorsToo = new ArrayList<>(0);
        while (true) {
            commands.add(reading.compounds.command());
            int end = cursor.at;
            cursor.skipBlanks();
            if (cursor.peek() != '|' || cursor.second() == '|') {
                cursor.at = end;
                return new Pipeline(
                        timing, negations, commands, errorsToo, cursor.span(start, end));
            }
            boolean both = cursor.take('|', '&');
            if (!both) {
                cursor.take('|');
            }
            errorsToo.add(both);
            skipNewlines();
        }
    }

    /// Skips blanks, comments and newlines; the bodies of pending here-documents stand behind the first newline.
    void skipNewlines() {
        while (true) {
            blanksAndComment();
            if (!cursor.take('\n')) {
                return;
            }
            reading.hereDocuments.gather();
        }
    }

    void blanksAndComment() {
        cursor.skipBlanks();
        cursor.skipComment();
    }

    Stop unexpected() {
        int start = cursor.at;
        int next = cursor.peek();
        if (next == Cursor.END) {
            return Stop.at(cursor.span(cursor.at, cursor.at), "the command ends too early");
        }
        if (next == '\n') {
            return Stop.at(cursor.span(start, cursor.at + 1), "the line ends too early");
        }
        int end = cursor.at + 1;
        if (Chars.endsWord(next)) {
            if (end < cursor.end && cursor.charAt(end) == next && next != '(' && next != ')') {
                end++;
            }
        } else {
            while (end < cursor.end && !Chars.endsWord(cursor.charAt(end))) {
                end++;
            }
        }
        return Stop.at(
                cursor.span(cursor.at, end),
                "there is no place for `" + cursor.text(cursor.at, end) + "` here");
    }
}
