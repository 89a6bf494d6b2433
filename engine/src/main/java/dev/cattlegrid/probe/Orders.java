package dev.cattlegrid.probe;

import java.util.ArrayList;
import java.util.List;

/// Finds the verbs of a text that order something: where they stand, not what they mean.
///
/// A verb gives an order at the beginning of a clause, behind "please" or "you must", or behind "and" where an order came
/// before it. In clauses whose verb comes last (German, Chinese) it does so behind its modal verb too.
final class Orders {
    private static final int LONGEST = 14;
    private static final int CLAUSES = 3;
    private static final int REACH = 40;
    private static final int PASSIVE = 10;

    private final Words words;
    private int begun = -1;
    private boolean reporting;
    private int modal = -1;
    private int word;

    private Orders(Words words) {
        this.words = words;
    }

    /// A verb in the place of an order, and what it is about.
    ///
    /// @param word the verb's
    /// @param last the last word that belongs to it
    /// @param about the ideas of the words that follow it, or come before it where the verb comes last
    /// @param forbids whether it says not to
    /// @param address whether it says to whom it speaks: `you must`, `the assistant has to`
    record Order(int word, int last, long verb, long about, boolean forbids, boolean addressed) {
        boolean says(Idea verb) {
            return !forbids && verb.in(this.verb);
        }

        boolean isAbout(Idea idea) {
            return idea.in(about);
        }

        boolean isAbout(long ideas) {
            return (about & ideas) != 0;
        }
    }

    private record Place(int word, boolean forbids, boolean last, boolean addressed) {}

    static List<Order> in(Words words) {
        return new Orders(words).all();
    }

    private List<Order> all() {
        var places = new ArrayList<Place>();
        for (word = 0; word < words.size(); word++) {
            if (words.gap(word) == Words.SENTENCE) {
                begun = -1;
                modal = -1;
                reporting = words.is(word, Idea.SUBJECT);
            }
            if (words.is(word, Idea.MUST) && isAddressed(word)) {
                modal = word;
            }
            if (Idea.verbs(words.ideas(word)) != 0
                    && !words.notes(word, Words.IDENTIFIER)
                    && !NoOrder.is(words, word)) {
                Place place = place();
                if (place.word() >= 0) {
                    places.add(place);
                    begun = word;
                }
            }
        }
        var orders = new ArrayList<Order>();
        for (int i = 0; i < places.size(); i++) {
            int next = i + 1 < places.size() ? places.get(i + 1).word() : words.size();
            int before = i > 0 ? places.get(i - 1).word() : -1;
            orders.add(order(places.get(i), before, next));
        }
        return orders;
    }

    private static final Place NONE = new Place(-1, false, false, false);

    private Place place() {
        int lead = word;
        while (lead > 0 && words.gap(lead) < Words.COMMA && isSoft(lead - 1)) {
            lead--;
        }
        boolean soft = lead < word;
        int before = lead - 1;
        boolean forbids =
                words.gap(lead) < Words.COMMA && words.is(before, Idea.NOT)
                        || words.gap(word) < Words.COMMA && words.is(word - 1, Idea.NOT)
                        || isForbidden();
        byte gap = words.gap(lead);
        if (gap >= Words.CLAUSE) {
            return found(forbids, false, calls(before));
        }
        if (gap == Words.COMMA && (begun >= 0 || soft || isAside() || calls(before))) {
            return found(forbids, false, calls(before));
        }
        if (forbids) {
            return found(true, false, isAddressed(before));
        }
        if (words.is(before, Idea.LINK) && (begun >= 0 || !reporting && follows(before))) {
            return found(false, false, false);
        }
        if (words.is(before, Idea.TO)) {
            before--;
            if (begun >= 0 && word - begun <= 8) {
                return found(false, false, false);
            }
            if (words.is(before, Idea.YOU) && !isIf(before) && !reporting) {
                return found(false, false, true);
            }
        }
        if (words.is(before, Idea.MUST) && isAddressed(before)) {
            return found(false, false, true);
        }
        if (words.is(before, Idea.YOU)
                && words.is(before - 1, Idea.MUST)
                && words.gap(before) < Words.COMMA) {
            return found(false, false, true);
        }
        if (modal >= 0
                && word - modal <= LONGEST
                && !hasBetween(modal, word, Idea.NOT)
                && (words.is(modal, Idea.VERB_LAST) || words.is(modal - 1, Idea.AGENT))) {
            return found(false, true, true);
        }
        if (isEnding()) {
            return found(false, true, false);
        }
        return soft && words.is(lead, Idea.SOFTLY) && isPlea(lead)
                ? found(false, false, false)
                : NONE;
    }

    /// Whether the verb's own ending gives the order, as in Japanese and Korean, wherever it stands.
    private boolean isEnding() {
        String verb = words.spelled(word);
        char last = verb.charAt(verb.length() - 1);
        return last >= 0x3040 && last <= 0x30FF || last >= 0xAC00 && last <= 0xD7A3;
    }

    /// "no se lo digas", "ne le dites pas": small words stand between.
    private boolean isForbidden() {
        int at = word;
        while (word - at < 3 && at > 0 && words.gap(at) == Words.SPACE && isClitic(at - 1)) {
            at--;
        }
        return at < word && words.gap(at) == Words.SPACE && words.is(at - 1, Idea.NOT);
    }

    private boolean isClitic(int at) {
        return switch (words.spelled(at)) {
            case "se",
                    "lo",
                    "la",
                    "le",
                    "les",
                    "los",
                    "las",
                    "lui",
                    "leur",
                    "en",
                    "me",
                    "te",
                    "nos" ->
                    true;
            default -> false;
        };
    }

    private Place found(boolean forbids, boolean last, boolean addressed) {
        return new Place(word, forbids, last, addressed);
    }

    private boolean isSoft(int at) {
        return words.is(at, Idea.SOFTLY) && !words.is(at, Idea.LINK);
    }

    /// "please" makes an order of what follows wherever it stands.
    private boolean isPlea(int at) {
        return switch (words.spelled(at)) {
            case "please", "kindly", "bitte", "veuillez", "\u8BF7" -> true;
            default -> false;
        };
    }

    /// Behind "and then" something is ordered where the sentence does not tell of somebody.
    private boolean follows(int link) {
        return words.gap(link) >= Words.COMMA || words.sentence(link) < link;
    }

    /// A clause that begins with a condition or a time: what follows its comma can be an order.
    private boolean isAside() {
        int first = words.clause(word);
        return words.is(first, Idea.WHEN)
                || words.is(first, Idea.LINK)
                || words.is(first, Idea.SOFTLY)
                || words.is(words.sentence(word), Idea.WHEN)
                || words.is(words.sentence(word), Idea.LINK);
    }

    /// Whether the word is the name of an agent that is spoken to: `Assistant, ...`.
    private boolean calls(int at) {
        return words.is(at, Idea.AGENT);
    }

    /// Whether the modal verb speaks to the reader, or to an agent.
    private boolean isAddressed(int must) {
        if (must < 0) {
            return false;
        }
        if (words.gap(must) >= Words.COMMA && words.is(must, Idea.MUST)) {
            return true;
        }
        int most = isPassive(must) ? PASSIVE : 4;
        for (int i = must; i >= 0 && must - i <= PASSIVE; i--) {
            boolean named =
                    words.is(i, Idea.AGENT) && (must - i <= most || isDescribed(i))
                            || must - i <= most && isWorker(i);
            if (words.is(i, Idea.YOU) && i != must && must - i <= 4 || named) {
                return true;
            }
            if (words.gap(i) == Words.SENTENCE) {
                break;
            }
        }
        return words.gap(must) < Words.COMMA && words.is(must + 1, Idea.YOU);
    }

    /// "the agent", but not the "user agent" of the web.
    private boolean isWorker(int at) {
        return switch (words.spelled(at)) {
            case "agent", "agents" -> at > 0 && !words.spelled(at - 1).equals("user");
            default -> false;
        };
    }

    private boolean isPassive(int must) {
        return switch (words.spelled(must)) {
            case "instructed", "required", "ordered", "obliged", "authorized", "expected" -> true;
            default -> false;
        };
    }

    /// "AI agents that read this"
    private boolean isDescribed(int agent) {
        for (int i = agent + 1; i < words.size() && i - agent <= 3; i++) {
            switch (words.spelled(i)) {
                case "that", "who", "which", "reading", "working", "die", "qui", "que" -> {
                    return words.gap(i) < Words.COMMA;
                }
                default -> {}
            }
        }
        return false;
    }

    private boolean isIf(int from) {
        int first = Math.max(words.sentence(from), from - REACH);
        for (int i = first; i < from; i++) {
            switch (words.spelled(i)) {
                case "if",
                        "when",
                        "whenever",
                        "wenn",
                        "falls",
                        "si",
                        "cuando",
                        "lorsque",
                        "quand" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private boolean hasBetween(int from, int to, Idea idea) {
        for (int i = from + 1; i < to; i++) {
            if (words.is(i, idea)) {
                return true;
            }
        }
        return false;
    }

    private Order order(Place place, int before, int next) {
        int at = place.word();
        long about = 0;
        int last = at;
        int clauses = 0;
        // A word that is a verb and a thing, as in `prompt`, stays a verb here.
        // What is to be written often holds a verb itself.
        boolean changes = Idea.CHANGE.in(words.ideas(at));
        int limit = changes ? words.size() : next;
        int most = changes ? LONGEST : CLAUSES;
        for (int i = at + 1; i < limit && i - at <= LONGEST; i++) {
            if (words.gap(i) == Words.SENTENCE
                    || words.gap(i) == Words.CLAUSE && ++clauses > most) {
                break;
            }
            about |= seen(i);
            last = seen(i) == 0 ? last : i;
        }
        if (place.last() || Letters.isIdeograph(words.spelled(at).charAt(0))) {
            for (int i = at - 1;
                    i > before && at - i <= LONGEST && words.gap(i + 1) < Words.CLAUSE;
                    i--) {
                about |= seen(i);
            }
        }
        return new Order(
                at, last, Idea.verbs(words.ideas(at)), about, place.forbids(), place.addressed());
    }

    /// "do not prompt" is about no prompt.
    private long seen(int i) {
        long verb = words.is(i - 1, Idea.NOT) ? Idea.INSTRUCTION.bit() : 0;
        return words.ideas(i) & ~(Idea.SUBJECT.bit() | Idea.FILLER.bit() | verb);
    }
}
