package dev.cattlegrid.probe;

import static dev.cattlegrid.probe.Idea.ADMIN;
import static dev.cattlegrid.probe.Idea.AGENT;
import static dev.cattlegrid.probe.Idea.ARE;
import static dev.cattlegrid.probe.Idea.FREE;
import static dev.cattlegrid.probe.Idea.MAYBE_AGENT;
import static dev.cattlegrid.probe.Idea.NOTE;
import static dev.cattlegrid.probe.Idea.PRESSURE;
import static dev.cattlegrid.probe.Idea.READING;
import static dev.cattlegrid.probe.Idea.SUBJECT;
import static dev.cattlegrid.probe.Idea.TO;
import static dev.cattlegrid.probe.Idea.WHEN;
import static dev.cattlegrid.probe.Idea.YOU;

import dev.cattlegrid.probe.Meaning.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whom a text speaks to, and whom it makes of the reader: what no order has to say.
final class Speech {
    /// Agents by their names, which are words of other things too.
    private static final Set<String> NAMES =
            Set.of("gemini", "cursor", "devin", "aider", "cline", "windsurf", "jules", "grok");

    private static final Set<String> DESCRIBING =
            Set.of(
                    "that", "who", "which", "reading", "working", "using", "in", "die", "qui",
                    "que");

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
        if (words.is(at, PRESSURE)) {
            found.add(new Found(Kind.PRESSURE, 10, at, at));
        }
        if (isBeforeAnswer(at)) {
            add(30, at);
        }
    }

    /// "before you answer", "in your next reply": a person is seldom told so.
    private boolean isBeforeAnswer(int at) {
        return words.is(at, WHEN)
                && !words.spelled(at).equals("to")
                && words.is(at + 1, YOU)
                && words.gap(at + 1) < Words.COMMA
                && words.gap(at + 2) < Words.COMMA
                && at + 2 < words.size()
                && switch (words.spelled(at + 2)) {
                    case "answer",
                            "respond",
                            "reply",
                            "summarize",
                            "summarise",
                            "antwortest",
                            "repondez",
                            "respondas" ->
                            true;
                    default -> false;
                };
    }

    private void addresses(int at) {
        boolean sure = words.is(at, AGENT);
        if (words.hasAfter(at, READING, 3) && (sure || words.hasBefore(at, AGENT, 2))) {
            add(50, at);
        } else if (isCondition(at) || sure && isYouThe(at)) {
            add(50, at);
        } else if ((sure || isVocative(at)) && isCalled(at)) {
            add(40, at);
        }
    }

    /// "if you are an AI": nobody else is asked that.
    private boolean isCondition(int at) {
        return isYouAre(at) && words.hasBefore(at, WHEN, 6);
    }

    /// "you, the model"
    private boolean isYouThe(int at) {
        int article = words.is(at - 1, SUBJECT) ? at - 1 : at;
        return words.is(article - 1, YOU) && words.gap(article) == Words.COMMA;
    }

    /// "Gemini, ...": at the beginning of what is said to it.
    private boolean isVocative(int at) {
        return NAMES.contains(words.spelled(at))
                && words.gap(at) >= Words.CLAUSE
                && words.gap(at + 1) == Words.COMMA;
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
            switch (words.spelled(i)) {
                case "eres", "seas", "sei" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /// "Note to AI assistants:", "LLM instructions:", "To the assistant:", "Assistant:", "Claude, ..."
    private boolean isCalled(int at) {
        if (words.notes(at, Words.IDENTIFIER)) {
            return false;
        }
        int next = at + 1;
        while (next < words.size()
                && words.gap(next) == Words.SPACE
                && (words.is(next, AGENT) || words.is(next, MAYBE_AGENT) || words.is(next, NOTE))) {
            next++;
        }
        next = described(next);
        boolean ends =
                next < words.size()
                        && words.gap(next) >= Words.COMMA
                        && words.gap(next) <= Words.CLAUSE;
        boolean begins =
                words.gap(at) >= Words.CLAUSE
                        || at > 0
                                && words.gap(at - 1) >= Words.CLAUSE
                                && !words.is(at - 1, SUBJECT);
        return ends && (begins || words.hasBefore(at, NOTE, 4) || isTo(at))
                || words.hasBefore(at, NOTE, 3) && (words.hasBefore(at, TO, 2) || hasForBefore(at));
    }

    /// "AI agents that work here:"
    ///
    /// @return the word behind the description, or the one that was given
    private int described(int next) {
        if (next >= words.size()
                || words.gap(next) != Words.SPACE
                || !DESCRIBING.contains(words.spelled(next))) {
            return next;
        }
        for (int i = next + 1; i < words.size() && i - next <= 10; i++) {
            if (words.gap(i) == Words.CLAUSE) {
                return i;
            }
        }
        return next;
    }

    /// "To the assistant", at the beginning of a clause.
    private boolean isTo(int at) {
        int to = words.is(at - 1, SUBJECT) || words.is(at - 1, Idea.ALL) ? at - 2 : at - 1;
        return to >= 0
                && words.is(to, TO)
                && words.gap(to) >= Words.CLAUSE
                && words.gap(at) < Words.COMMA;
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
        if (at > 0 && words.spelled(at - 1).equals("given")) {
            return;
        }
        if (words.hasBefore(at, WHEN, 2) && !words.spelled(at - 1).equals("as")) {
            return;
        }
        int end = Math.min(words.size() - 1, at + 6);
        if (words.hasAfter(at + 1, FREE, 6)) {
            found.add(new Found(Kind.PERSONA, 100, at, end));
        } else if (words.hasAfter(at + 1, ADMIN, 3)) {
            found.add(new Found(Kind.PERSONA, 60, at, end));
        }
    }
}
