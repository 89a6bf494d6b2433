package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Outcome;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Takes over what a program start comes to: its steps, the files that it leaves changed, its output.
final class Absorber {
    private static final Set<String> SILENT =
            Set.of(
                    "true",
                    "false",
                    "mkdir",
                    "rmdir",
                    "rm",
                    "cp",
                    "mv",
                    "ln",
                    "touch",
                    "chmod",
                    "chown",
                    "sleep",
                    "wait",
                    "kill",
                    "test",
                    "[",
                    "sync",
                    "truncate",
                    "install");

    private final Walk walk;

    Absorber(Walk walk) {
        this.walk = walk;
    }

    void absorb(Outcome outcome, String name, List<Arg> args, State s, Span span) {
        walk.at(s);
        for (Step step : outcome.steps()) {
            boolean must = step.certainty() == Step.Certainty.MUST;
            Optional<Effect> effect = traced(step.effect(), name, args, s);
            if (effect.isPresent()) {
                walk.note(effect.get(), must);
                changes(effect.get(), must, s);
            }
        }
        Data output = walk.contents.resolved(printed(outcome.output(), name));
        Optional<Held> known =
                Known.output(name, args, s, walk)
                        .or(() ->
                                Sources.names(name, output.sources(), s.io.in())
                                        .map(value -> new Held(value, output.sources())));
        if (known.isPresent()) {
            Held held = known.get();
            s.io.out()
                    .append(
                            new Held(held.value(), Held.both(held.sources(), output.sources())),
                            walk.doubt);
        } else {
            s.io.out().append(output, walk.doubt);
        }
        s.status = name.equals("true") ? Status.TRUE : Status.UNKNOWN;
        shown(output, s, span);
        if (s.io.out().socket().isPresent() && !output.sources().isEmpty()) {
            Endpoint end = s.io.out().socket().get();
            walk.note(new Effect.Send(end, end.scheme(), output, span));
        }
    }

    /// A program of which nothing is said prints something of its own, unless it is one that prints nothing.
    private static Data printed(Data output, String name) {
        return output.equals(Data.NONE) && !SILENT.contains(name)
                ? Data.of(new Source.Program(name))
                : output;
    }

    /// The effect with the origins of files that this call wrote; nothing for pipes and sinks, which are no files.
    private Optional<Effect> traced(Effect effect, String name, List<Arg> args, State s) {
        return switch (effect) {
            case Effect.Read(var place, _) when isPipe(place) -> Optional.empty();
            case Effect.Write(var place, _, var data, _) when isPipe(place) -> {
                walk.at().made(place.path(), Made.file(walk.contents.resolved(data), true, true));
                yield Optional.empty();
            }
            case Effect.Write(var place, _, _, _) when place.is(Standing.SINK) -> Optional.empty();
            case Effect.Write(var place, var manner, var data, var span) ->
                    Optional.of(
                            new Effect.Write(
                                    place, manner, left(place, data, name, args, s), span));
            case Effect.Send(var to, var verb, var data, var span) ->
                    Optional.of(new Effect.Send(to, verb, walk.contents.resolved(data), span));
            case Effect.Run(Code.Inline(var language, var data), var span) ->
                    Optional.of(
                            new Effect.Run(
                                    new Code.Inline(language, walk.contents.resolved(data)), span));
            default -> Optional.of(effect);
        };
    }

    private boolean isPipe(Place place) {
        return Pipes.isPipe(place.path()) && walk.at().files().containsKey(place.path());
    }

    /// What is there no longer, or is there now, for the rest of the call.
    private void changes(Effect effect, boolean must, State s) {
        switch (effect) {
            case Effect.Write(var place, var manner, var data, _) ->
                    walk.contents.wrote(place, manner, data, must, true, s);
            case Effect.Delete(var place, _, _) -> gone(place, must, s);
            case Effect.Move(var from, var to, _) -> {
                Data data = walk.contents.content(from);
                boolean fresh = from.facts().ownWork() || isFresh(to);
                gone(from, must, s);
                if (to.isExact()) {
                    s.made(to.path(), new Made(data, must, fresh, data.text().isEmpty(), false));
                }
            }
            case Effect.Link(var at, var target, _, _) -> {
                if (at.isExact()) {
                    Data data = walk.contents.content(target);
                    s.made(at.path(), new Made(data, must, false, data.text().isEmpty(), false));
                }
            }
            default -> {}
        }
    }

    /// What a program leaves in a file. What it writes of itself is not known, even where nothing flowed into it.
    private Data left(Place place, Data data, String name, List<Arg> args, State s) {
        Data own = data.equals(Data.NONE) ? data.changed() : walk.contents.resolved(data);
        return Built.by(name, args, own, place, s.directory, walk.world);
    }

    private static boolean isFresh(Place place) {
        return place.facts().existence() == PathFacts.Existence.ABSENT;
    }

    private static void gone(Place place, boolean must, State s) {
        if (place.isExact()) {
            boolean own = place.facts().ownWork();
            Made gone = new Made(Data.NONE, must, own, false, true);
            Made old = s.files().get(place.path());
            s.made(place.path(), must || old == null ? gone : old.or(gone));
        }
    }

    /// What reaches the screen of the environment is shown to the agent.
    void shown(Data data, State s, Span span) {
        if (!s.io.out().isScreen()) {
            return;
        }
        var names = new TreeSet<String>();
        for (Source source : data.sources()) {
            switch (source) {
                case Source.Variable(var name) -> names.add(name);
                case Source.Environment _ -> names.add("");
                case Source.File _,
                        Source.Names _,
                        Source.Network _,
                        Source.Vault _,
                        Source.Spelled _,
                        Source.Program _ -> {}
            }
        }
        for (String name : names) {
            walk.note(new Effect.Reveal(Optional.of(name).filter(text -> !text.isEmpty()), span));
        }
    }
}
