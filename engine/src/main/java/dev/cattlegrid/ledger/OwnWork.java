package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Fact;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import java.util.Map;
import java.util.Optional;

/// What the session did to files: only what it made is its own to remove. Overwriting is not making; what is moved stays
/// what it was.
///
/// @param made absolute paths of files and directories, each with the number of the answer that let it be made
/// @param texts what it wrote into an assumed world, by path: a real one is read when it counts
/// @param events how many answers have been taken in
public record OwnWork(Map<String, Long> made, Map<String, String> texts, long events) {
    static final int REMEMBERED = 2_048;
    private static final int TEXTS = 256;
    private static final int LONGEST = 32_768;

    public static final OwnWork NONE = new OwnWork(Kept.none(), Kept.none(), 0);

    public OwnWork {
        made = Kept.of(made);
        texts = Kept.of(texts);
    }

    public boolean isEmpty() {
        return made.isEmpty() && texts.isEmpty();
    }

    private Kept<Long> keptMade() {
        return Kept.of(made);
    }

    private Kept<String> keptTexts() {
        return Kept.of(texts);
    }

    /// Whether it, or a directory that it lies in, was made by the session.
    public boolean holds(String path) {
        String at = path;
        while (!at.isEmpty()) {
            if (keptMade().at(at).isPresent()) {
                return true;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return false;
    }

    /// The text that the session wrote there, where it is known.
    public Optional<String> text(String path) {
        return keptTexts().at(path);
    }

    OwnWork after(Event.Decided decided) {
        if (decided.answer() != Event.Decided.Answer.ALLOWED) {
            return this;
        }
        OwnWork after = new OwnWork(made, texts, events + 1);
        for (Step step : decided.steps()) {
            after = after.after(step);
        }
        return after.made.size() > REMEMBERED ? after.withoutTheOldest() : after;
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
        Kept<Long> more = isNew && !holds(path) ? keptMade().with(path, events) : keptMade();
        boolean tells =
                place.facts().source() == Fact.Source.ASSUMED
                        && text.map(String::length).filter(length -> length <= LONGEST).isPresent()
                        && texts.size() < TEXTS;
        Kept<String> told =
                tells ? keptTexts().with(path, text.orElseThrow()) : keptTexts().without(path);
        return new OwnWork(more, told, events);
    }

    private OwnWork without(String path) {
        return isEmpty()
                ? this
                : new OwnWork(keptMade().withoutTree(path), keptTexts().withoutTree(path), events);
    }

    /// What was made long ago is a stranger's again.
    private OwnWork withoutTheOldest() {
        long middle = made.values().stream().sorted().skip(made.size() / 2).findFirst().orElse(0L);
        Kept<Long> younger = Kept.none();
        for (var entry : made.entrySet()) {
            if (entry.getValue() > middle) {
                younger = younger.with(entry.getKey(), entry.getValue());
            }
        }
        return new OwnWork(younger, texts, events);
    }
}
