package dev.cattlegrid.prose;

import dev.cattlegrid.policy.Layer.Level;
import dev.cattlegrid.policy.Section;
import dev.cattlegrid.policy.Sections;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the layers come to: each section's sentences, with where each comes from.
///
/// `$defaults` puts the texts that come with the gate in its place; a list without it does without them. An organisation's
/// word is not widened from below: where it speaks of `environment` or `allow`, nobody below it adds to that section; its
/// sentences of `soft_deny` say that no exception clears them; `hard_deny` only ever grows. A repository is not heard.
///
/// @param lines in the order in which the judge reads them
/// @param notes what was said and does not count, in sentences for the person
public record Effective(Map<Section, List<Line>> lines, List<String> notes) {
    /// What a sentence of the organisation's says of itself.
    public static final String FLOOR =
            " Set by the organisation: no exception and no words clear it.";

    /// Where the texts that come with the gate come from.
    public static final String BUILT_IN = "built in";

    /// @param from `built in`, or a file
    public record Line(String text, Level level, String from) {}

    public Effective {
        var copy = new EnumMap<Section, List<Line>>(Section.class);
        lines.forEach((section, list) -> copy.put(section, List.copyOf(list)));
        lines = Collections.unmodifiableMap(copy);
        notes = List.copyOf(notes);
    }

    /// @param spoken in the order in which they are read within a level
    public static Effective of(List<Spoken> spoken) {
        List<Spoken> ordered = spoken.stream().sorted(Comparator.comparing(Spoken::level)).toList();
        var lines = new EnumMap<Section, List<Line>>(Section.class);
        var notes = new ArrayList<String>();
        for (Section section : Section.values()) {
            lines.put(section, lines(section, ordered, notes));
        }
        return new Effective(lines, notes);
    }

    public List<Line> of(Section section) {
        return lines.getOrDefault(section, List.of());
    }

    /// As a judge reads it.
    public Sections sections() {
        return new Sections(
                texts(Section.ENVIRONMENT),
                texts(Section.ALLOW),
                texts(Section.SOFT_DENY),
                texts(Section.HARD_DENY));
    }

    private List<String> texts(Section section) {
        return of(section).stream().map(Line::text).toList();
    }

    private static List<Line> lines(Section section, List<Spoken> ordered, List<String> notes) {
        var heard = new ArrayList<Spoken>();
        Optional<Spoken> settled = Optional.empty();
        for (Spoken each : ordered) {
            if (!each.lists().containsKey(section)) {
                continue;
            }
            if (!mayWiden(each.level())) {
                notes.add(ignored(each, section, "a repository is not asked"));
            } else if (settled.isPresent() && each.level() != Level.ORGANISATION) {
                notes.add(
                        ignored(each, section, "`" + settled.get().from() + "` settles that list"));
            } else {
                heard.add(each);
                if (each.level() == Level.ORGANISATION && widens(section)) {
                    settled = Optional.of(each);
                }
            }
        }
        return joined(section, heard, notes);
    }

    private static List<Line> joined(Section section, List<Spoken> heard, List<String> notes) {
        Map<String, Line> lines = new LinkedHashMap<>();
        boolean kept = heard.isEmpty() || section == Section.HARD_DENY || isKept(section, heard);
        boolean marked = false;
        for (Spoken each : heard) {
            for (String text : each.lists().getOrDefault(section, List.of())) {
                if (!text.equals(Defaults.MARK)) {
                    Line line = line(section, text, each);
                    lines.putIfAbsent(line.text(), line);
                } else if (kept) {
                    marked = true;
                    builtIn(section, lines);
                } else {
                    notes.add(ignored(each, section, "the organisation does without them", text));
                }
            }
        }
        if (kept && !marked) {
            if (!heard.isEmpty()) {
                notes.add(
                        "the texts of `%s` that come with the gate stay, although `%s` leaves them out"
                                .formatted(section.key(), heard.getFirst().from()));
            }
            builtIn(section, lines);
        }
        return List.copyOf(lines.values());
    }

    /// Whether the texts that come with the gate count. The highest level that speaks settles it: what it keeps, nobody
    /// below drops; in a list of exceptions what it drops nobody below brings back.
    private static boolean isKept(Section section, List<Spoken> heard) {
        Level highest = heard.getFirst().level();
        boolean above =
                heard.stream()
                        .filter(each -> each.level() == highest)
                        .anyMatch(each -> marks(each, section));
        return above || !widens(section) && heard.stream().anyMatch(each -> marks(each, section));
    }

    private static boolean marks(Spoken each, Section section) {
        return each.lists().getOrDefault(section, List.of()).contains(Defaults.MARK);
    }

    private static void builtIn(Section section, Map<String, Line> lines) {
        Defaults.sentences(section)
                .forEach(text -> lines.putIfAbsent(text, new Line(text, Level.GATE, BUILT_IN)));
    }

    private static Line line(Section section, String text, Spoken from) {
        boolean floor = from.level() == Level.ORGANISATION && section == Section.SOFT_DENY;
        return new Line(floor ? text + FLOOR : text, from.level(), from.from());
    }

    /// Whether more of it lets more pass.
    private static boolean widens(Section section) {
        return switch (section) {
            case ENVIRONMENT, ALLOW -> true;
            case SOFT_DENY, HARD_DENY -> false;
        };
    }

    private static boolean mayWiden(Level level) {
        return switch (level) {
            case ORGANISATION, GATE, USER -> true;
            case PROJECT, SESSION -> false;
        };
    }

    private static String ignored(Spoken each, Section section, String why) {
        return ignored(each, section, why, section.key());
    }

    private static String ignored(Spoken each, Section section, String why, String what) {
        return "`%s` in `%s` does not count%s: %s"
                .formatted(
                        what,
                        each.from(),
                        what.equals(section.key()) ? "" : " for `" + section.key() + "`",
                        why);
    }
}
