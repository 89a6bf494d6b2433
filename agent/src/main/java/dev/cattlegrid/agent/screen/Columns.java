package dev.cattlegrid.agent.screen;

import dev.cattlegrid.screen.Shown;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.WCWidth;

/// How wide text is on a terminal, and text made to fit.
final class Columns {
    private Columns() {}

    /// Of a text without colours.
    static int of(String plain) {
        return plain.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }

    /// Of a text with colours.
    static int ofColoured(String text) {
        return text.indexOf('\033') < 0 ? of(text) : AttributedString.fromAnsi(text).columnLength();
    }

    /// A text with colours, no wider than that.
    static String cut(String text, int width) {
        if (ofColoured(text) <= width) {
            return text;
        }
        AttributedString whole = AttributedString.fromAnsi(text);
        String piece =
                text.indexOf('\033') < 0
                        ? whole.columnSubSequence(0, Math.max(0, width - 1)).toString()
                        : whole.columnSubSequence(0, Math.max(0, width - 1)).toAnsi();
        return piece + "…";
    }

    /// A text without colours, no wider than that.
    static String cutPlain(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        return text.substring(0, fitting(text, width - 1)) + "…";
    }

    /// Rows of a text without colours, broken at blanks where there are some.
    static List<String> rows(String text, int width) {
        var rows = new ArrayList<String>();
        for (String line : text.split("\n", -1)) {
            rowsOfLine(line, Math.max(4, width), rows);
        }
        return rows;
    }

    private static void rowsOfLine(String line, int width, List<String> rows) {
        String left = line;
        while (of(left) > width) {
            int fits = fitting(left, width);
            int blank = left.lastIndexOf(' ', fits);
            boolean atBlank = blank > 0 && !left.substring(0, blank).isBlank();
            rows.add(left.substring(0, atBlank ? blank : fits));
            left = left.substring(atBlank ? blank + 1 : fits);
        }
        rows.add(left);
    }

    /// How much of a text, in UTF-16 code units, a row takes; at least one character.
    static int fitting(String text, int width) {
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            used += Math.max(0, WCWidth.wcwidth(c));
            if (used > width && at > 0) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    /// What a person wrote, as it may be shown: its own line ends, nothing else that steers a terminal.
    static String shown(String text) {
        return Shown.lines(text, Integer.MAX_VALUE).text();
    }
}
