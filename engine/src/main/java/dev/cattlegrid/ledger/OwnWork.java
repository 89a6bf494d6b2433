package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Fact;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.Zone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the session did to files: only what it made is its own to remove. Overwriting is not making; what is moved stays
/// what it was.
///
/// @param made absolute paths of files and directories, each with the number of the answer that let it be made
/// @param texts what it wrote into an assumed world, by path: a real one is read when it counts
/// @param names what else it made, by sort and name: `branch fix-1`, `docker web`
/// @param calls the latest calls that were allowed, in their own words, with their numbers
/// @param asked what the latest calls would make that the person was asked about, by the calls in their own words
/// @param events how many answers have been taken in
public record OwnWork(
        Map<String, Long> made,
        Map<String, String> texts,
        Map<String, Long> names,
        Map<String, Long> calls,
        Map<String, Plan> asked,
        long events) {
    static final int REMEMBERED = 1_024;
    private static final int NAMES = 512;
    private static final int TEXTS = 256;
    private static final int LONGEST = 32_768;
    private static final int CALLS = 64;
    private static final int PLANS = 16;
    private static final int LARGEST_PLAN = 64;

    public static final OwnWork NONE =
            new OwnWork(Kept.none(), Kept.none(), Kept.none(), Kept.none(), Kept.none(), 0);

    /// What would be made if a call happened.
    ///
    /// @param at when it was asked about
    public record Plan(List<String> paths, List<String> names, long at) {
        public Plan {
            paths = List.copyOf(paths);
            names = List.copyOf(names);
        }
    }

    public OwnWork {
        made = Kept.of(made);
        texts = Kept.of(texts);
        names = Kept.of(names);
        calls = Kept.of(calls);
        asked = Kept.of(asked);
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

    /// Whether the session made the one thing that an effect is about.
    public boolean isOwn(Effect effect) {
        return switch (effect) {
            case Effect.Remote remote -> names.containsKey(Resources.exactly(remote));
            case Effect.Git(GitAction.DeleteRef(var ref, _), _, _) -> isOwnRef(ref);
            default -> false;
        };
    }

    /// Whether the session made a branch or tag of that name.
    public boolean isOwnRef(String ref) {
        return names.containsKey("branch " + ref) || names.containsKey("tag " + ref);
    }

    OwnWork after(Event.Decided decided) {
        return switch (decided.answer()) {
            case ALLOWED -> allowed(decided);
            case ASKED -> planned(decided);
            case REFUSED, FAILED -> this;
        };
    }

    private OwnWork allowed(Event.Decided decided) {
        OwnWork after = with(decided.call());
        for (Step step : decided.steps()) {
            after = isDirectoryElsewhere(step.effect()) ? after : after.after(step);
        }
        return after.made.size() > REMEMBERED ? after.withoutTheOldest() : after;
    }

    /// An empty directory outside the project needs nobody's leave, and gives none for what is put there later.
    private static boolean isDirectoryElsewhere(Effect effect) {
        return effect instanceof Effect.Write(var place, var manner, _, _)
                && manner == Effect.Write.Manner.DIRECTORY
                && place.zone() != Zone.WORKSPACE
                && place.zone() != Zone.SCRATCH;
    }

    /// What a call would make that the person is asked about: it counts once they have let it pass.
    private OwnWork planned(Event.Decided decided) {
        OwnWork then = with(decided.call());
        for (Step step : decided.steps()) {
            then = then.after(step);
        }
        Plan plan = new Plan(newIn(then.made, made), newIn(then.names, names), events);
        if (plan.paths().isEmpty() && plan.names().isEmpty()) {
            return this;
        }
        Kept<Plan> plans = Kept.of(asked).with(decided.call(), plan);
        if (plans.size() > PLANS) {
            for (var entry : plans.entrySet()) {
                if (entry.getValue().at() < events - PLANS) {
                    plans = plans.without(entry.getKey());
                }
            }
        }
        return plans.size() > 2 * PLANS
                ? this
                : new OwnWork(made, texts, names, calls, plans, events + 1);
    }

    private static List<String> newIn(Map<String, Long> after, Map<String, Long> before) {
        return after.size() == before.size()
                ? List.of()
                : after.keySet().stream()
                        .filter(name -> !before.containsKey(name))
                        .limit(LARGEST_PLAN)
                        .toList();
    }

    /// A person has let a call pass, and what it would make is made.
    OwnWork letPass(String call) {
        Plan plan = asked.get(call);
        if (plan == null) {
            return this;
        }
        OwnWork after = with(call);
        Kept<Long> more = Kept.of(after.made);
        for (String path : plan.paths()) {
            more = more.with(path, after.events);
        }
        Kept<Long> named = Kept.of(after.names);
        for (String name : plan.names()) {
            named = named.with(name, after.events);
        }
        return new OwnWork(
                more, texts, named, after.calls, Kept.of(asked).without(call), after.events);
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
            case Effect.Link(var at, var target, _, _) when at.isExact() && target.isExact() ->
                    with(at, false, text(target.path()));
            case Effect.Delete(var place, _, _) when place.isExact() -> without(place.path());
            case Effect.Git(GitAction.Keep(_, var name), _, _) -> certain ? named(name) : this;
            case Effect.Git(GitAction.DeleteRef(var ref, _), _, _) ->
                    unnamed("branch " + ref).unnamed("tag " + ref);
            case Effect.Remote remote ->
                    certain && !Resources.made(remote).isEmpty()
                            ? named(Resources.made(remote))
                            : remote.change() == Effect.Remote.Change.READ ? this : without(remote);
            default -> this;
        };
    }

    /// Something else may come to bear the name of what is gone.
    private OwnWork without(Effect.Remote remote) {
        boolean stays =
                Stream.of("start", "stop", "restart", "pause", "unpause")
                        .anyMatch(remote.operation()::endsWith);
        return stays ? this : unnamed(Resources.exactly(remote));
    }

    private OwnWork named(String name) {
        return name.isEmpty() || names.containsKey(name) || names.size() >= NAMES
                ? this
                : new OwnWork(made, texts, Kept.of(names).with(name, events), calls, asked, events);
    }

    private OwnWork unnamed(String name) {
        return names.containsKey(name)
                ? new OwnWork(made, texts, Kept.of(names).without(name), calls, asked, events)
                : this;
    }

    private OwnWork with(String call) {
        Kept<Long> latest = Kept.of(calls).with(call, events + 1);
        if (latest.size() > CALLS) {
            for (var entry : latest.entrySet()) {
                if (entry.getValue() < events - CALLS / 2) {
                    latest = latest.without(entry.getKey());
                }
            }
        }
        return new OwnWork(made, texts, names, latest, asked, events + 1);
    }

    /// What a call would have made that failed is not there, or is somebody else's.
    OwnWork withoutMadeBy(String call) {
        Long number = calls.get(call);
        return number == null
                ? this
                : new OwnWork(
                        unmade(made, number), texts, unmade(names, number), calls, asked, events);
    }

    private static Kept<Long> unmade(Map<String, Long> all, long number) {
        Kept<Long> left = Kept.of(all);
        for (var entry : all.entrySet()) {
            if (entry.getValue() == number) {
                left = left.without(entry.getKey());
            }
        }
        return left;
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
        return new OwnWork(more, told, names, calls, asked, events);
    }

    private OwnWork without(String path) {
        return isEmpty()
                ? this
                : new OwnWork(
                        keptMade().withoutTree(path),
                        keptTexts().withoutTree(path),
                        names,
                        calls,
                        asked,
                        events);
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
        return new OwnWork(younger, texts, names, calls, asked, events);
    }
}
