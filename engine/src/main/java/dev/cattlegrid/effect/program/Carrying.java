package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World.Use;
import java.util.ArrayList;
import java.util.List;

/// Things that go from one place to another, as `cp`, `mv` and `ln` read their operands.
record Carrying(Invocation call, List<Arg> sources, Arg target) {

    List<Effect> effects(Phrase.Verb verb) {
        List<Effect> effects = new ArrayList<>();
        for (Arg source : sources) {
            Use use = verb == Phrase.Verb.MOVE ? Use.DELETE : Use.READ;
            for (Place from : places(source, use)) {
                for (Place to : places(targetOf(source), Use.CREATE)) {
                    add(verb, source, from, to, effects);
                }
            }
        }
        return effects;
    }

    private static void add(
            Phrase.Verb verb, Arg source, Place from, Place to, List<Effect> effects) {
        if (verb == Phrase.Verb.MOVE) {
            effects.add(new Effect.Move(from, to, source.span()));
        } else if (verb == Phrase.Verb.COPY) {
            var data = Data.of(new Source.File(from));
            effects.add(new Effect.Read(from, source.span()));
            effects.add(new Effect.Write(to, Effect.Write.Manner.CREATE, data, source.span()));
        } else {
            boolean symbolic = verb == Phrase.Verb.LINK;
            effects.add(new Effect.Link(to, from, symbolic, source.span()));
        }
    }

    /// The target itself, or the entry of that name in it where it is a directory.
    private Arg targetOf(Arg source) {
        String name = baseName(source);
        if (!isDirectory()) {
            return target;
        }
        Value inside =
                switch (target.value()) {
                    case Value.Exact(var text) ->
                            name.isEmpty()
                                    ? new Value.Partial(slashed(text), "", Words.why(source))
                                    : Value.exact(slashed(text) + name);
                    case Value.Partial(var prefix, _, var why) ->
                            new Value.Partial(prefix, "/" + name, why);
                    case Value.OneOf _, Value.Glob _ -> target.value();
                };
        return new Arg(inside, target.data(), false, target.span());
    }

    private boolean isDirectory() {
        String text = Words.shown(target);
        boolean spelled =
                text.endsWith("/")
                        || text.equals(".")
                        || text.endsWith("/.")
                        || text.endsWith("..");
        return sources.size() > 1
                || spelled
                || places(target, Use.READ).getFirst().facts().kind() == PathFacts.Kind.DIRECTORY;
    }

    private static String slashed(String text) {
        return text.endsWith("/") ? text : text + "/";
    }

    /// The last part of a known path; empty where it is not known.
    private static String baseName(Arg source) {
        String text = source.text().orElse("");
        while (text.length() > 1 && text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        String name = text.substring(text.lastIndexOf('/') + 1);
        return name.equals(".") || name.equals("..") ? "" : name;
    }

    private List<Place> places(Arg arg, Use use) {
        return Places.of(arg.value(), call.directory(), use, call.world());
    }
}
