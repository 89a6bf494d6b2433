package dev.cattlegrid.probe;

import static dev.cattlegrid.probe.Idea.NOT;
import static dev.cattlegrid.probe.Idea.USER;
import static dev.cattlegrid.probe.Idea.WHEN;
import static dev.cattlegrid.probe.Idea.WITHOUT;

import dev.cattlegrid.probe.Meaning.Found;
import java.util.ArrayList;
import java.util.List;

/// What a text says that the person has agreed to, and that nobody is to be asked any more. Neither is the text's to say.
final class Claims {
    private static final int AGREED = 40;
    private static final int UNASKED = 30;

    private final Words words;
    private final List<Found> found = new ArrayList<>();

    private Claims(Words words) {
        this.words = words;
    }

    static List<Found> of(Words words) {
        var claims = new Claims(words);
        for (int i = 0; i < words.size(); i++) {
            claims.look(i);
        }
        return claims.found;
    }

    private void look(int at) {
        if (words.is(at, Cue.AGREEING) && isSaid(at)) {
            found.add(new Found(Kind.PERMISSIONS, AGREED, Math.max(0, at - 2), at));
        } else if (words.is(at, Cue.ASKING)
                && !words.notes(at, Words.IDENTIFIER)
                && (words.hasBefore(at, WITHOUT, 2) || words.hasBefore(at, NOT, 3))) {
            found.add(new Found(Kind.PERMISSIONS, UNASKED, Math.max(0, at - 1), at));
        }
    }

    /// "the user has already agreed", but not "once the user has agreed".
    private boolean isSaid(int at) {
        boolean has = false;
        for (int i = at - 1; i >= Math.max(0, at - 10); i--) {
            if (words.gap(i + 1) >= Words.COMMA) {
                return false;
            }
            has |= words.is(i, Cue.HAS);
            if (words.is(i, USER) || words.spelled(i).equals("they")) {
                return has && !words.is(i, NOT) && !isUnder(i);
            }
            if (words.is(i, NOT)) {
                return false;
            }
        }
        return false;
    }

    /// Whether the clause of a word begins with a condition.
    private boolean isUnder(int at) {
        int first = words.clause(at);
        for (int i = at; i >= first; i--) {
            if (words.is(i, WHEN)
                    || switch (words.spelled(i)) {
                        case "whether", "until", "unless", "who", "which", "that", "every" -> true;
                        default -> false;
                    }) {
                return true;
            }
        }
        return false;
    }
}
