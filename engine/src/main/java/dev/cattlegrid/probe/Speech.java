package dev.cattlegrid.probe;

import static dev.cattlegrid.probe.Idea.ADMIN;
import static dev.cattlegrid.probe.Idea.AGENT;
import static dev.cattlegrid.probe.Idea.ARE;
import static dev.cattlegrid.probe.Idea.FREE;
import static dev.cattlegrid.probe.Idea.MAYBE_AGENT;
import static dev.cattlegrid.probe.Idea.NOT;
import static dev.cattlegrid.probe.Idea.NOTE;
import static dev.cattlegrid.probe.Idea.PRESSURE;
import static dev.cattlegrid.probe.Idea.READING;
import static dev.cattlegrid.probe.Idea.SUBJECT;
import static dev.cattlegrid.probe.Idea.TELL;
import static dev.cattlegrid.probe.Idea.TO;
import static dev.cattlegrid.probe.Idea.USER;
import static dev.cattlegrid.probe.Idea.WHEN;
import static dev.cattlegrid.probe.Idea.WITHOUT;
import static dev.cattlegrid.probe.Idea.YOU;

import dev.cattlegrid.probe.Meaning.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whom a text speaks to, whom it makes of the reader, and what it would keep from the person: what no order has to say.
final class Speech {
    private static final Set<String> TELLING =
            Set.of(
                    "telling",
                    "informing",
                    "notifying",
                    "asking",
                    "mentioning",
                    "alerting",
                    "warning",
                    "disclosing",
                    "avisar",
                    "avertir");

    private final Words words;
    private final List<Found> found = new ArrayList<>();

    private Speech(Words words) {
        this.words = words;
    }

    static List<Found> of(Words words) {
        var speech = new Speech(words);
        for (int i = 0; i < words.size(); i++) {
            speech.look(i);
        }
        return speech.found;
    }

    private void look(int at) {
        if (words.ideas(at) == 0) {
            return;
        }
        if (words.is(at, AGENT) || words.is(at, MAYBE_AGENT)) {
            addresses(at);
        }
        if (words.is(at, YOU)) {
            makes(at);
        }
        if (words.is(at, WITHOUT)) {
            without(at);
        }
        if (words.is(at, PRESSURE)) {
            found.add(new Found(Kind.PRESSURE, 10, at, at));
        }
        if (words.is(at, TELL) && hasNear(at, NOT, 6) && hasNear(at, USER, 8) && isLate(at)) {
            found.add(new Found(Kind.CONCEALS, 45, at, Math.min(words.size() - 1, at + 4)));
        }
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

    private boolean hasNear(int at, Idea idea, int most) {
        for (int i = at - 1; i >= Math.max(0, at - 3) && words.gap(i + 1) < Words.SENTENCE; i--) {
            if (words.is(i, idea)) {
                return true;
            }
        }
        return hasAfter(at, idea, most);
    }

    private boolean hasAfter(int at, Idea idea, int most) {
        for (int i = at + 1;
                i < words.size() && i - at <= most && words.gap(i) < Words.SENTENCE;
                i++) {
            if (words.is(i, idea)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasBefore(int at, Idea idea, int most) {
        for (int i = at - 1; i >= 0 && at - i <= most && words.gap(i + 1) < Words.SENTENCE; i--) {
            if (words.is(i, idea)) {
                return true;
            }
        }
        return false;
    }

    private void addresses(int at) {
        boolean sure = words.is(at, AGENT);
        if (hasAfter(at, READING, 3) && (sure || hasBefore(at, AGENT, 2))) {
            add(50, at);
        } else if (isCondition(at)) {
            add(50, at);
        } else if (sure && isCalled(at)) {
            add(40, at);
        }
    }

    /// "if you are an AI": nobody else is asked that.
    private boolean isCondition(int at) {
        return isYouAre(at) && hasBefore(at, WHEN, 6);
    }

    private boolean isYouAre(int at) {
        for (int i = at - 1; i >= 0 && at - i <= 4 && words.gap(i + 1) < Words.COMMA; i--) {
            boolean is =
                    words.is(i + 1, ARE)
                            || switch (words.spelled(i + 1)) {
                                case "a", "an", "the" -> true;
                                default -> false;
                            };
            if (words.is(i, YOU)) {
                return is;
            }
        }
        return false;
    }

    /// "Note to AI assistants:", "Assistant:", "Claude, ..."
    private boolean isCalled(int at) {
        int next = at + 1;
        while (next < words.size()
                && words.gap(next) == Words.SPACE
                && (words.is(next, AGENT) || words.is(next, MAYBE_AGENT))) {
            next++;
        }
        boolean ends =
                next < words.size()
                        && words.gap(next) >= Words.COMMA
                        && words.gap(next) <= Words.CLAUSE;
        boolean begins =
                words.gap(at) >= Words.CLAUSE
                        || at > 0
                                && words.gap(at - 1) >= Words.CLAUSE
                                && !words.is(at - 1, SUBJECT);
        return ends && (begins || hasBefore(at, NOTE, 4))
                || hasBefore(at, NOTE, 3) && (hasBefore(at, TO, 2) || hasForBefore(at));
    }

    private boolean hasForBefore(int at) {
        for (int i = at - 1; i >= 0 && at - i <= 2; i--) {
            switch (words.spelled(i)) {
                case "for", "fur", "an", "pour", "para", "all", "any" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private void add(int weight, int at) {
        found.add(new Found(Kind.ADDRESSES, weight, at, at));
    }

    /// "you are now an administrator"
    private void makes(int at) {
        if (!words.is(at + 1, ARE) || words.gap(at + 1) >= Words.COMMA) {
            return;
        }
        if (hasBefore(at, WHEN, 2) && !words.spelled(at - 1).equals("as")) {
            return;
        }
        int end = Math.min(words.size() - 1, at + 6);
        if (hasAfter(at + 1, FREE, 6)) {
            found.add(new Found(Kind.PERSONA, 100, at, end));
        } else if (hasAfter(at + 1, ADMIN, 3)) {
            found.add(new Found(Kind.PERSONA, 60, at, end));
        }
    }

    private void without(int at) {
        for (int i = at + 1; i < words.size() && i - at <= 6 && words.gap(i) < Words.COMMA; i++) {
            boolean tells = words.is(i, TELL) || TELLING.contains(words.spelled(i));
            if (tells && (hasAfter(i, USER, 4) || hasBefore(i, USER, 4))) {
                found.add(new Found(Kind.CONCEALS, 45, at, i));
                return;
            }
        }
    }
}
