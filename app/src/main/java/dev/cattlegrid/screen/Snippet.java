package dev.cattlegrid.screen;

import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;

/// A piece of a command, underlined where it stands.
///
/// Lines that do not fit are cut on both sides of the piece; wide characters, tabs and characters that may not be
/// shown as they are keep the marks below their letters.
public final class Snippet {
    private static final int MOST_LINES = 12;

    private Snippet() {}

    /// @param text the shown line
    /// @param marks blanks and `^` below it; empty where nothing of the line is meant
    public record Line(String text, String marks) {}

    /// @param span the piece; an empty one marks nothing, and the beginning of the command is shown
    /// @param width in columns, at least 20
    public static List<Line> of(String command, Span span, int width) {
        var lines = new ArrayList<Line>();
        int start = 0;
        for (String line : command.split("\n", -1)) {
            lines.add(cut(line, start, span, width));
            start += line.length() + 1;
        }
        if (lines.size() > 1 && command.endsWith("\n")) {
            lines.removeLast();
        }
        return around(lines);
    }

    /// The marked lines, with one on either side.
    private static List<Line> around(List<Line> lines) {
        int first = 0;
        while (first < lines.size() && lines.get(first).marks().isEmpty()) {
            first++;
        }
        int from = first == lines.size() ? 0 : Math.max(0, first - 1);
        int to = Math.min(lines.size(), from + MOST_LINES);
        int last = first == lines.size() ? Math.min(to, 6) - 1 : first;
        for (int at = first; at < to; at++) {
            if (!lines.get(at).marks().isEmpty()) {
                last = at;
            }
        }
        int end = Math.min(to, last + 2);
        var shown = new ArrayList<Line>();
        if (from > 0) {
            shown.add(new Line("… " + count(from) + " above", ""));
        }
        shown.addAll(lines.subList(from, end));
        if (end < lines.size()) {
            shown.add(new Line("… " + count(lines.size() - end) + " below", ""));
        }
        return shown;
    }

    private static String count(int lines) {
        return lines == 1 ? "1 line" : lines + " lines";
    }

    private static Line cut(String line, int start, Span span, int width) {
        int markFrom = Math.max(0, span.start() - start);
        int markTo = Math.min(line.length(), span.end() - start);
        boolean marked = span.length() > 0 && markFrom < markTo;
        int from = marked ? beginning(line, markFrom, markTo, width) : 0;
        var text = new StringBuilder(from > 0 ? "…" : "");
        var marks = new StringBuilder(from > 0 ? " " : "");
        int column = text.length();
        int at = from;
        while (at < line.length()) {
            int c = line.codePointAt(at);
            String shown = shown(c, column);
            int columns = c == '\t' || !Shown.isPlain(c) ? shown.length() : Shown.columns(c);
            if (column + columns > width - 1) {
                text.append('…');
                break;
            }
            text.append(shown);
            marks.repeat(marked && at >= markFrom && at < markTo ? '^' : ' ', columns);
            column += columns;
            at += Character.charCount(c);
        }
        return new Line(text.toString(), marked ? marks.toString().stripTrailing() : "");
    }

    /// Where a long line has to begin so that the piece is seen.
    private static int beginning(String line, int markFrom, int markTo, int width) {
        int length = Math.min(markTo - markFrom, width / 2);
        if (markFrom + length + 4 <= width || line.length() + 1 < width) {
            return 0;
        }
        int from = Math.max(0, markFrom - Math.max(8, (width - length) / 3));
        return from > 0 && Character.isLowSurrogate(line.charAt(from)) ? from - 1 : from;
    }

    private static String shown(int c, int column) {
        if (c == '\t') {
            return " ".repeat(4 - column % 4);
        }
        return Shown.isPlain(c) ? Character.toString(c) : Shown.escaped(c);
    }
}
