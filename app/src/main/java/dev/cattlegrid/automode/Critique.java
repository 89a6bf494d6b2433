package dev.cattlegrid.automode;

import dev.cattlegrid.policy.Layer.Level;
import dev.cattlegrid.policy.Section;
import dev.cattlegrid.prose.Effective;
import dev.cattlegrid.prose.Entry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What can be said of people's own texts without a model: what stands twice, goes against something else, can never count,
/// is vague, or shows no example.
final class Critique {
    private static final int LONGEST = 800;
    private static final double ALIKE = 0.75;
    private static final int ENOUGH_WORDS = 4;
    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "`[^`]+`|\"[^\"]+\"|e\\.g\\.|for example|such as|like [a-z]*[-./*]",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}./*_-]*");
    private static final List<String> VAGUE =
            List.of(
                    "appropriate",
                    "appropriately",
                    "careful",
                    "carefully",
                    "etc",
                    "generally",
                    "if needed",
                    "if necessary",
                    "important",
                    "maybe",
                    "normal",
                    "normally",
                    "obviously",
                    "reasonable",
                    "safe",
                    "safely",
                    "sensitive",
                    "some",
                    "somehow",
                    "sometimes",
                    "stuff",
                    "suitable",
                    "things",
                    "trusted",
                    "unusual",
                    "usually",
                    "where possible");
    private static final Set<String> SMALL =
            Set.of(
                    "a", "an", "and", "are", "as", "at", "be", "by", "for", "in", "into", "is",
                    "it", "may", "must", "never", "no", "not", "of", "on", "or", "that", "the",
                    "this", "to", "with", "without", "any", "all", "allowed", "allow", "deny",
                    "denied", "do", "does");

    private Critique() {}

    /// @param about the text, by its section and label
    record Remark(String about, String why) {
        String line() {
            return about + ": " + why;
        }
    }

    private record Own(Section section, Effective.Line line) {
        String about() {
            return "`%s`, \"%s\"".formatted(section.key(), Entry.labelOf(line.text()));
        }
    }

    static List<Remark> of(Effective effective) {
        var own = new ArrayList<Own>();
        var all = new ArrayList<Own>();
        for (Section section : Section.values()) {
            for (Effective.Line line : effective.of(section)) {
                all.add(new Own(section, line));
                if (line.level() != Level.GATE) {
                    own.add(new Own(section, line));
                }
            }
        }
        var remarks = new ArrayList<Remark>();
        for (Own each : own) {
            alone(each).ifPresent(remarks::add);
            vague(each).ifPresent(remarks::add);
            example(each).ifPresent(remarks::add);
            for (Own other : all) {
                boolean later =
                        all.indexOf(other) < all.indexOf(each)
                                || other.line().level() == Level.GATE;
                if (!other.equals(each) && later) {
                    beside(each, other).ifPresent(remarks::add);
                }
            }
        }
        dropped(effective, Section.SOFT_DENY).ifPresent(remarks::add);
        dropped(effective, Section.ALLOW).ifPresent(remarks::add);
        effective.notes().forEach(note -> remarks.add(new Remark("layers", note)));
        return List.copyOf(new LinkedHashSet<>(remarks));
    }

    private static Optional<Remark> alone(Own own) {
        String text = own.line().text();
        int colon = text.indexOf(':');
        if (colon <= 0 || colon > 60) {
            return Optional.of(
                    new Remark(
                            own.about(),
                            "begins with no label; write `Label: sentence`, so that a decision can name it"));
        }
        if (text.substring(colon + 1).isBlank()) {
            return Optional.of(new Remark(own.about(), "says nothing, so it can never count"));
        }
        return text.length() > LONGEST
                ? Optional.of(
                        new Remark(
                                own.about(),
                                "is longer than %d characters; make it two".formatted(LONGEST)))
                : Optional.empty();
    }

    private static Optional<Remark> vague(Own own) {
        String text =
                " "
                        + own.line().text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ")
                        + " ";
        List<String> found =
                VAGUE.stream().filter(word -> text.contains(" " + word + " ")).toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Remark(
                                own.about(),
                                "`%s` can mean anything; name the things, hosts or commands that are meant"
                                        .formatted(String.join("`, `", found))));
    }

    private static Optional<Remark> example(Own own) {
        return own.section() == Section.ENVIRONMENT || EXAMPLE.matcher(own.line().text()).find()
                ? Optional.empty()
                : Optional.of(
                        new Remark(
                                own.about(),
                                "shows no example; a command or a name in backticks says more than a sentence"));
    }

    private static Optional<Remark> beside(Own own, Own other) {
        boolean label =
                Entry.labelOf(own.line().text())
                        .equalsIgnoreCase(Entry.labelOf(other.line().text()));
        double alike = alike(own.line().text(), other.line().text());
        if (!label && alike < ALIKE) {
            return Optional.empty();
        }
        String where = "%s of `%s`".formatted(other.about(), other.line().from());
        if (own.section() == other.section()) {
            return Optional.of(
                    new Remark(
                            own.about(),
                            label
                                    ? "has the same label as " + where
                                    : "says nearly the same as " + where));
        }
        if (opposed(own.section(), other.section())) {
            boolean hard =
                    own.section() == Section.HARD_DENY || other.section() == Section.HARD_DENY;
            return Optional.of(
                    new Remark(
                            own.about(),
                            hard
                                    ? "goes against %s; no exception to `hard_deny` ever counts"
                                            .formatted(where)
                                    : "goes against %s; where both fit, the exception wins"
                                            .formatted(where)));
        }
        return Optional.empty();
    }

    private static boolean opposed(Section one, Section other) {
        return one == Section.ALLOW && isRefusal(other) || other == Section.ALLOW && isRefusal(one);
    }

    private static boolean isRefusal(Section section) {
        return section == Section.SOFT_DENY || section == Section.HARD_DENY;
    }

    /// How much of what two texts say is the same: the words of both among the words of either.
    private static double alike(String one, String other) {
        Set<String> first = words(one);
        Set<String> second = words(other);
        if (Math.min(first.size(), second.size()) < ENOUGH_WORDS) {
            return 0;
        }
        var both = new TreeSet<>(first);
        both.retainAll(second);
        var either = new TreeSet<>(first);
        either.addAll(second);
        return (double) both.size() / either.size();
    }

    private static Set<String> words(String text) {
        String said = text.substring(text.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        var words = new TreeSet<String>();
        WORD.matcher(said).results().map(found -> found.group()).forEach(words::add);
        words.removeAll(SMALL);
        return words;
    }

    private static Optional<Remark> dropped(Effective effective, Section section) {
        boolean none = effective.of(section).stream().noneMatch(line -> line.level() == Level.GATE);
        return none
                ? Optional.of(
                        new Remark(
                                "`" + section.key() + "`",
                                "does without the texts that come with the gate; put `$defaults` into the list to keep them"))
                : Optional.empty();
    }

    /// The texts that people wrote, for a model.
    static String asked(Effective effective) {
        var text = new StringBuilder();
        for (Section section : Section.values()) {
            for (Effective.Line line : effective.of(section)) {
                if (line.level() != Level.GATE) {
                    text.append(section.key()).append(": ").append(line.text()).append('\n');
                }
            }
        }
        return text.toString();
    }
}
