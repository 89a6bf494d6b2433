package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.GitAction;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.EnumSet;
import java.util.List;

/// What a reader writes down while it goes through one invocation: effects on the places that its words name.
///
/// Lives no longer than the reading.
public final class Sheet {
    private final Invocation call;
    private final Opener opener;
    private final Outcome.Notes notes = new Outcome.Notes();

    public Sheet(Invocation call, Opener opener) {
        this.call = call;
        this.opener = opener;
    }

    public Invocation call() {
        return call;
    }

    public Opener opener() {
        return opener;
    }

    public Span span() {
        return call.span();
    }

    public List<Place> places(Arg arg, World.Use use) {
        return Places.of(arg.value(), call.directory(), use, call.world());
    }

    public Place place(Arg arg, World.Use use) {
        return places(arg, use).getFirst();
    }

    /// Reads what a word names; `-` is standard input.
    ///
    /// @return what was read
    public Data read(Arg arg) {
        if (arg.is("-") || arg.is("/dev/stdin")) {
            return call.stdin();
        }
        Data data = Data.NONE;
        for (Place place : places(arg, World.Use.READ)) {
            notes.must(new Effect.Read(place, arg.span()));
            data = data.with(Data.of(new Source.File(place)));
        }
        return data;
    }

    /// Writes what a word names; `-` is standard output.
    public Sheet write(Arg arg, Effect.Write.Manner manner, Data data) {
        if (arg.is("-")) {
            return output(data);
        }
        World.Use use = manner == Effect.Write.Manner.CREATE ? World.Use.CREATE : World.Use.CHANGE;
        places(arg, use)
                .forEach(place -> notes.must(new Effect.Write(place, manner, data, arg.span())));
        return this;
    }

    public Sheet create(Arg arg, Data data) {
        return write(arg, Effect.Write.Manner.CREATE, data);
    }

    public Sheet edit(Arg arg, Data data) {
        return write(arg, Effect.Write.Manner.EDIT, data);
    }

    public Sheet delete(Arg arg, boolean recursive) {
        places(arg, World.Use.DELETE)
                .forEach(place -> notes.must(new Effect.Delete(place, recursive, arg.span())));
        return this;
    }

    public Sheet send(Endpoint to, String verb, Data data, Span span) {
        return must(new Effect.Send(to, verb, data, span));
    }

    public Sheet receive(Endpoint from, Span span) {
        return must(new Effect.Receive(from, span));
    }

    public Sheet git(GitAction action, Place repository) {
        return must(new Effect.Git(action, repository, call.span()));
    }

    public Sheet must(Effect effect) {
        notes.must(effect);
        return this;
    }

    public Sheet may(Effect effect) {
        notes.may(effect);
        return this;
    }

    public Sheet include(Outcome outcome) {
        notes.include(outcome);
        return this;
    }

    /// A text that this program hands to a shell.
    public Sheet script(Arg text) {
        return include(opener.script(text, List.of(), call));
    }

    /// Words that this program starts without a shell.
    public Sheet command(List<Arg> words) {
        return include(opener.command(words, call));
    }

    public Sheet output(Data data) {
        notes.output(data);
        return this;
    }

    public Sheet output(Source source) {
        return output(Data.of(source));
    }

    /// An option that no table has: it could do anything.
    public Sheet strange(String option, Arg arg) {
        return must(
                new Effect.Unknown(
                        new Gap.UnknownOption(call.name(), option), Bound.ANYTHING, arg.span()));
    }

    /// Something that a word of unknown value decides.
    public Sheet unknown(Arg arg, Bound atMost) {
        return unknown(new Gap.UnknownValue(why(arg)), atMost, arg.span());
    }

    public Sheet unknown(Gap gap, Bound atMost, Span span) {
        return must(new Effect.Unknown(gap, atMost, span));
    }

    public Sheet unread(String what, Span span) {
        return unknown(new Gap.Unread(what), Bound.ANYTHING, span);
    }

    public Outcome done() {
        return notes.done();
    }

    /// Why a word's value is not known, in the user's words.
    public static String why(Arg arg) {
        return switch (arg.value()) {
            case Value.Exact(var text) -> "`" + text + "`";
            case Value.OneOf(var texts) -> "one of " + texts.size() + " values";
            case Value.Glob(var pattern) -> "`" + pattern + "` stands for file names";
            case Value.Partial(_, _, var why) -> why;
        };
    }

    /// An end of which nothing is known but what was written.
    public static Endpoint nowhere(String scheme, String written) {
        return new Endpoint(scheme, "", 0, Endpoint.Scope.UNKNOWN, written);
    }

    /// Some kinds of effects, anywhere.
    public static Bound bound(Bound.Kind first, Bound.Kind... rest) {
        return new Bound(EnumSet.of(first, rest), java.util.Optional.empty());
    }
}
