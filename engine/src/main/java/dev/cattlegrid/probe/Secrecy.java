package dev.cattlegrid.probe;

import static dev.cattlegrid.probe.Idea.ANSWER;
import static dev.cattlegrid.probe.Idea.NOT;
import static dev.cattlegrid.probe.Idea.TELL;
import static dev.cattlegrid.probe.Idea.USER;
import static dev.cattlegrid.probe.Idea.WITHOUT;

import dev.cattlegrid.probe.Meaning.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What a text would keep from the person: in words that no order to keep silent has to have.
final class Secrecy {
    private static final int TOLD = 45;
    private static final int HIDDEN = 40;
    private static final int UNNOTICED = 30;

    private static final Set<String> IT =
            Set.of(
                    "this",
                    "it",
                    "that",
                    "them",
                    "these",
                    "everything",
                    "any",
                    "all",
                    "das",
                    "dies",
                    "es",
                    "cela",
                    "ceci",
                    "esto",
                    "eso");

    private final Words words;
    private final List<Found> found = new ArrayList<>();

    private Secrecy(Words words) {
        this.words = words;
    }

    static List<Found> of(Words words) {
        var secrecy = new Secrecy(words);
        for (int i = 0; i < words.size(); i++) {
            secrecy.look(i);
        }
        return secrecy.found;
    }

    private void look(int at) {
        if (words.is(at, WITHOUT)) {
            without(at);
        }
        if (words.is(at, TELL)
                && words.hasNear(at, NOT, 6)
                && words.hasNear(at, USER, 8)
                && isLate(at)) {
            add(TOLD, at, at + 4);
        }
        if (words.notes(at, Words.IDENTIFIER)) {
            return;
        }
        if (words.is(at, Cue.HIDING)) {
            hides(at);
        } else if (words.is(at, Cue.NOTICING)
                && words.hasNear(at, USER, 4)
                && (words.hasBefore(at, NOT, 6) || words.hasBefore(at, WITHOUT, 6))) {
            add(UNNOTICED, at, at);
        }
    }

    private void add(int weight, int first, int last) {
        found.add(new Found(Kind.CONCEALS, weight, first, Math.min(words.size() - 1, last)));
    }

    /// In some languages the verb comes before its "not", or both behind the person.
    private boolean isLate(int at) {
        for (int i = at; i < Math.min(words.size(), at + 6); i++) {
            String word = words.spelled(i);
            if (word.equals("nicht")
                    || word.equals("niemals")
                    || Letters.isIdeograph(word.charAt(0))) {
                return true;
            }
            if (i > at && words.gap(i) == Words.SENTENCE) {
                return false;
            }
        }
        return false;
    }

    private void without(int at) {
        for (int i = at + 1; i < words.size() && i - at <= 6 && words.gap(i) < Words.COMMA; i++) {
            boolean tells = words.is(i, TELL) || words.is(i, Cue.TELLING);
            if (tells && (words.hasAfter(i, USER, 4) || words.hasBefore(i, USER, 4))) {
                add(TOLD, at, i);
                return;
            }
        }
    }

    /// "hide this from the user", "leave it out of your summary", "keep quiet about it", "hide that you did".
    private void hides(int at) {
        int next = at + 1;
        if (next >= words.size() || words.gap(next) >= Words.COMMA) {
            return;
        }
        boolean it = IT.contains(words.spelled(next));
        boolean user = it && words.hasAfter(next, USER, 5) && hasFrom(next);
        boolean answer = it && words.hasAfter(next, ANSWER, 5) && hasFrom(next);
        boolean yours = words.spelled(next).equals("that") && words.is(next + 1, Idea.YOU);
        boolean mute = words.spelled(at).equals("keep") && hasMute(next);
        if (user || answer || yours || mute) {
            add(HIDDEN, at, at + 4);
        }
    }

    private boolean hasFrom(int at) {
        for (int i = at + 1; i < words.size() && i - at <= 3 && words.gap(i) < Words.COMMA; i++) {
            switch (words.spelled(i)) {
                case "from", "out", "vor", "a", "au", "aux", "al", "del", "dem" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /// "keep quiet about", "keep this secret from": not the secret that is kept in a vault.
    private boolean hasMute(int at) {
        if (!words.spelled(at).equals("it") && !words.spelled(at).equals("this")) {
            return words.is(at, Cue.MUTE)
                    && !words.is(at, Idea.SECRET)
                    && words.gap(at + 1) < Words.SENTENCE;
        }
        int mute =
                words.spelled(at + 1 < words.size() ? at + 1 : at).equals("to") ? at + 2 : at + 1;
        return mute < words.size() && words.gap(mute) < Words.COMMA && words.is(mute, Cue.MUTE);
    }
}
