package dev.cattlegrid.probe;

import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;

/// Takes the disguises off a text and reads it again: numbers, turned alphabets, words read
/// backwards, digits for letters, letters that stand apart or in equal groups, words without spaces, strings in pieces.
/// Bounded in number and length, whatever the text.
final class Disguises {
    private static final int DEEPEST = 2;
    private static final int DISGUISED = 30;
    private static final int LEAST = 30;
    private static final int SHORTEST_LINE = 12;

    private final Clear clear;
    private final Words words;
    private final Mentions mentions;
    private final int depth;
    private final Budget budget;
    private final List<Sign> signs = new ArrayList<>();
    private int next;

    private Disguises(Clear clear, Reader.Read read, int depth, Budget budget) {
        this.clear = clear;
        words = read.words();
        mentions = read.mentions();
        this.depth = depth;
        this.budget = budget;
    }

    /// How much may still be read again.
    static final class Budget {
        private int left;

        Budget(int characters) {
            left = characters;
        }

        boolean take(int characters) {
            left -= characters;
            return left >= 0;
        }
    }

    /// @param read what was read in the text as it is
    static List<Sign> read(Clear clear, Reader.Read read, int depth, Budget budget) {
        if (depth >= DEEPEST) {
            return List.of();
        }
        var disguises = new Disguises(clear, read, depth, budget);
        disguises.read();
        return disguises.signs;
    }

    private void read() {
        String text = clear.text();
        for (Clear.Turned turned : clear.turned()) {
            var back = new StringBuilder(text.substring(turned.start(), turned.end())).reverse();
            again(back.toString(), turned.start(), turned.end());
        }
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            line(start, end);
            start = end + 1;
        }
    }

    private void line(int start, int end) {
        if (end - start < SHORTEST_LINE) {
            return;
        }
        Looks looks = Looks.of(words, next, start, end);
        next = looks.next();
        if (looks.isNumbers()) {
            for (Numbers.Decoded decoded : Numbers.in(clear.text().substring(start, end))) {
                again(decoded.text(), start + decoded.start(), start + decoded.end());
            }
        }
        if (looks.isBare()) {
            Morse.read(clear.text().substring(start, end))
                    .ifPresent(text -> plain(text, start, end));
        }
        joined(start, end);
        if (looks.isTurned()) {
            String line = clear.text().substring(start, end);
            Alphabets.turned(line, looks.turns()).forEach(turned -> plain(turned, start, end));
        }
        if (looks.isSqueezed()) {
            squeezed(clear.text().substring(start, end), start, end);
        }
    }

    private void joined(int start, int end) {
        if (clear.text().indexOf('+', start, end) < 0) {
            return;
        }
        Joins.read(clear.text().substring(start, end)).ifPresent(text -> again(text, start, end));
    }

    private void squeezed(String line, int start, int end) {
        Squeezed.Held held = Squeezed.in(line);
        held.spelled().ifPresent(spelled -> plain(spelled, start, end));
        for (Squeezed.Run run : held.runs()) {
            if (budget.take(run.letters().length() * 2)) {
                keep(
                        Reader.read(run.words(), span(start + run.start(), start + run.end())),
                        start + run.start());
            }
        }
    }

    private Span span(int start, int end) {
        return clear.span(start, end);
    }

    /// What was got out of numbers can hold another disguise.
    private void again(String decoded, int start, int end) {
        read(decoded, start, end, true);
    }

    /// What was got out of letters holds none.
    private void plain(String decoded, int start, int end) {
        read(decoded, start, end, false);
    }

    private void read(String decoded, int start, int end, boolean deeper) {
        if (!budget.take(decoded.length())) {
            return;
        }
        Clear inner = Clear.of(decoded);
        Reader.Read read = Reader.read(inner);
        var all = new ArrayList<>(read.signs());
        if (deeper) {
            all.addAll(read(inner, read, depth + 1, budget));
        }
        Span span = span(start, end);
        keep(all.stream().map(sign -> sign.at(span)).toList(), start);
    }

    private void keep(List<Sign> found, int start) {
        if (mentions.isShown(start) || found.stream().noneMatch(sign -> sign.weight() >= LEAST)) {
            return;
        }
        signs.addAll(found);
        signs.add(new Sign(Kind.ENCODED, DISGUISED, found.getFirst().span()));
    }
}
