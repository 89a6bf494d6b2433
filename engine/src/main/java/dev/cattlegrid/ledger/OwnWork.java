package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Fact;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the session did to files: only what it made is its own to remove. Overwriting is not making; what is moved stays
/// what it was.
///
/// @param made absolute paths of files and directories
/// @param texts what it wrote, where that is known, by path
public record OwnWork(Set<String> made, Map<String, String> texts) {
    private static final int REMEMBERED = 2_048;
    private static final int TEXTS = 256;
    private static final int LONGEST = 32_768;

    public static final OwnWork NONE = new OwnWork(Set.of(), Map.of());

    public OwnWork {
        made = Set.copyOf(made);
        texts = Map.copyOf(texts);
    }

    public boolean isEmpty() {
        return made.isEmpty() && texts.isEmpty();
    }

    /// Whether it, or a directory that it lies in, was made by the session.
    public boolean holds(String path) {
        String at = path;
        while (!at.isEmpty()) {
            if (made.contains(at)) {
                return true;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return false;
    }

    /// The text that the session wrote there, where it is known.
    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    OwnWork after(Event.Decided decided) {
        if (decided.answer() != Event.Decided.Answer.ALLOWED) {
            return this;
        }
        OwnWork after = this;
        for (Step step : decided.steps()) {
            after = after.after(step);
        }
        return after;
    }

    private OwnWork after(Step step) {
        boolean certain = step.certainty() == Step.Certainty.MUST;
        return switch (step.effect()) {
            case Effect.Write(var place, var manner, var data, _) when place.isExact() -> {
                boolean whole = manner == Effect.Write.Manner.CREATE && certain;
                boolean isNew = certain && isNew(place.facts());
                yield with(place, isNew, whole ? data.text() : Optional.empty());
            }
            case Effect.Move(var from, var to, _) when from.isExact() && to.isExact() ->
                    without(from.path()).with(to, certain && holds(from.path()), text(from.path()));
            case Effect.Delete(var place, _, _) when place.isExact() -> without(place.path());
            default -> this;
        };
    }

    /// An assumed world takes what is created for new, or for tracked and clean.
    private static boolean isNew(PathFacts facts) {
        return switch (facts.existence()) {
            case ABSENT -> true;
            case UNKNOWN -> facts.source() == Fact.Source.ASSUMED;
            case PRESENT -> false;
        };
    }

    private OwnWork with(Place place, boolean isNew, Optional<String> text) {
        String path = place.path();
        boolean makes = isNew && made.size() < REMEMBERED && !made.contains(path);
        boolean tells =
                text.map(String::length).filter(length -> length <= LONGEST).isPresent()
                        && texts.size() < TEXTS;
        if (!makes && !tells && !texts.containsKey(path)) {
            return this;
        }
        var more = new HashSet<>(made);
        if (makes) {
            more.add(path);
        }
        var told = new HashMap<>(texts);
        told.remove(path);
        if (tells) {
            told.put(path, text.orElseThrow());
        }
        return new OwnWork(more, told);
    }

    private OwnWork without(String path) {
        if (isEmpty()) {
            return this;
        }
        var fewer = new HashSet<>(made);
        var told = new HashMap<>(texts);
        boolean changed = fewer.removeIf(at -> isAtOrBelow(at, path));
        changed |= told.keySet().removeIf(at -> isAtOrBelow(at, path));
        return changed ? new OwnWork(fewer, told) : this;
    }

    private static boolean isAtOrBelow(String at, String path) {
        return at.equals(path) || at.startsWith(path + "/");
    }
}
