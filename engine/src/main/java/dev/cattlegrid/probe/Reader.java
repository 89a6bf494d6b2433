package dev.cattlegrid.probe;

import dev.cattlegrid.probe.Meaning.Found;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;

/// Reads one clear text: its words, its orders, whom it speaks to, where it only speaks of such things.
final class Reader {
    private static final int LEAST_HIDDEN = 30;
    private static final int LEAST_TURN = 20;
    private static final int TURN_REACH = 400;

    private final Clear clear;
    private final Words words;
    private final Mentions mentions;
    private final List<Sign> signs = new ArrayList<>();

    private Reader(Clear clear) {
        this.clear = clear;
        words = Words.of(clear);
        mentions = Mentions.of(clear.text(), words);
    }

    /// @param words of the text
    /// @param mentions what of it is only spoken of
    record Read(List<Sign> signs, Words words, Mentions mentions) {}

    static Read read(Clear clear) {
        var reader = new Reader(clear);
        reader.read();
        return new Read(reader.signs, reader.words, reader.mentions);
    }

    /// Signs among words that were got out of a disguise; all stand where the disguise does.
    static List<Sign> read(Words words, Span span) {
        return found(words).stream().map(one -> new Sign(one.kind(), one.weight(), span)).toList();
    }

    private static List<Found> found(Words words) {
        if (!words.hold(Idea.saying())) {
            return List.of();
        }
        var found = new ArrayList<>(Meaning.of(words, Orders.in(words)));
        found.addAll(Speech.of(words));
        found.addAll(Secrecy.of(words));
        found.addAll(Claims.of(words));
        return found;
    }

    private void read() {
        signs.addAll(clear.unseen());
        List<Found> found = found(words);
        if (found.isEmpty()) {
            return;
        }
        if (found.stream().allMatch(one -> one.weight() < LEAST_TURN)) {
            found.forEach(one -> signs.add(plain(one)));
            return;
        }
        Regions regions = Regions.of(clear.text());
        var meant = new ArrayList<Found>();
        for (Found one : found) {
            if (!mentions.isMention(words.start(one.first()))) {
                meant.add(one);
                sign(one, regions);
            }
        }
        for (Turns.Turn turn : Turns.in(clear.text())) {
            if (isTurn(turn, meant)) {
                signs.add(
                        new Sign(
                                Kind.FAKE_TURN,
                                turn.weight(),
                                clear.span(turn.start(), turn.end())));
            }
        }
    }

    /// Orders as in any manual, with nothing beside them, need no second look at where they stand.
    private Sign plain(Found one) {
        int start = words.start(one.first());
        int end = Math.max(start, words.end(one.last()));
        return new Sign(one.kind(), one.weight(), clear.span(start, end));
    }

    private void sign(Found one, Regions regions) {
        int start = words.start(one.first());
        int end = Math.max(start, words.end(one.last()));
        Span span = clear.span(start, end);
        signs.add(new Sign(one.kind(), one.weight(), span));
        if (one.weight() < LEAST_HIDDEN) {
            return;
        }
        if (regions.isHidden(start)) {
            signs.add(new Sign(Kind.HIDDEN, 40, span));
        }
        if (clear.share(Clear.SPELLED, start, end) >= 40) {
            signs.add(new Sign(Kind.ENCODED, 30, span));
        }
        if (clear.share(Clear.LOOKS, start, end) >= 10) {
            signs.add(new Sign(Kind.ENCODED, 40, span));
        }
    }

    /// A role's name alone says nothing: somebody has to give orders in it.
    private boolean isTurn(Turns.Turn turn, List<Found> meant) {
        return !mentions.isMention(turn.start())
                && meant.stream()
                        .anyMatch(one -> {
                            int start = words.start(one.first());
                            return one.weight() >= LEAST_TURN
                                    && start >= turn.start()
                                    && start - turn.end() < TURN_REACH;
                        });
    }
}
