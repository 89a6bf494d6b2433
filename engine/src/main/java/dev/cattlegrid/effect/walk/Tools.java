package dev.cattlegrid.effect.walk;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Endpoints;
import dev.cattlegrid.effect.program.Outcome;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.List;

/// The effects of tools that are no shell: files, pages, searches, agents.
final class Tools {
    private Tools() {}

    static List<Step> read(ToolCall.Read call, World world) {
        return steps(
                new Effect.Read(
                        place(call.path(), call.origin().directory(), World.Use.READ, world),
                        Span.NONE));
    }

    static List<Step> write(ToolCall.Write call, World world) {
        Place place = place(call.path(), call.origin().directory(), World.Use.CREATE, world);
        return steps(
                new Effect.Write(
                        place,
                        Effect.Write.Manner.CREATE,
                        Data.spelled(call.content()),
                        Span.NONE));
    }

    static List<Step> edit(ToolCall.Edit call, World world) {
        if (call.changes().isEmpty()) {
            return untold(call, world);
        }
        Place place = place(call.path(), call.origin().directory(), World.Use.CHANGE, world);
        var text = new StringBuilder();
        for (ToolCall.Edit.Change change : call.changes()) {
            text.append(text.isEmpty() ? "" : "\n").append(change.after());
        }
        return steps(
                new Effect.Write(
                        place, Effect.Write.Manner.EDIT, Data.spelled(text.toString()), Span.NONE));
    }

    /// A file is written, and it is not told with what: whoever runs it runs something unread.
    private static List<Step> untold(ToolCall.Edit call, World world) {
        Place place = place(call.path(), call.origin().directory(), World.Use.CREATE, world);
        return steps(
                new Effect.Write(
                        place,
                        Effect.Write.Manner.CREATE,
                        Data.of(new Source.Spelled()),
                        Span.NONE));
    }

    /// A page that is fetched: the address itself tells the other end something, a body more.
    static List<Step> fetch(ToolCall.Fetch call, World world) {
        if (call.url().regionMatches(true, 0, "file:", 0, 5)) {
            String rest = call.url().substring(5);
            String path =
                    rest.startsWith("//")
                            ? rest.substring(Math.max(2, rest.indexOf('/', 2)))
                            : rest;
            return steps(
                    new Effect.Read(
                            place(path, call.origin().directory(), World.Use.READ, world),
                            Span.NONE));
        }
        Endpoint end = Endpoints.of(call.url(), "https");
        var notes = new Outcome.Notes();
        boolean plain = call.method().equals("GET") || call.method().equals("HEAD");
        if (!plain || call.body().isPresent()) {
            notes.must(
                    new Effect.Send(
                            end, call.method(), Data.spelled(call.body().orElse("")), Span.NONE));
        } else if (call.url().indexOf('?') >= 0 || call.url().indexOf('@') >= 0) {
            notes.must(new Effect.Send(end, call.method(), Data.spelled(call.url()), Span.NONE));
        }
        notes.must(new Effect.Receive(end, Span.NONE));
        return notes.done().steps();
    }

    /// Files are looked through; a search of the web goes to the service of the host itself.
    static List<Step> search(ToolCall.Search call, World world) {
        return switch (call.kind()) {
            case CONTENT, NAMES ->
                    steps(
                            new Effect.Read(
                                    place(
                                            call.path().orElse("."),
                                            call.origin().directory(),
                                            World.Use.READ,
                                            world),
                                    Span.NONE));
            case WEB ->
                    steps(
                            new Effect.Receive(
                                    new Endpoint(
                                            "https",
                                            "",
                                            0,
                                            Endpoint.Scope.REMOTE,
                                            "the host's web search"),
                                    Span.NONE));
        };
    }

    static List<Step> spawn(ToolCall.Spawn call) {
        return steps(new Effect.Spawn(call.agent(), false, Span.NONE));
    }

    static List<Step> other(ToolCall.Other call) {
        return steps(
                new Effect.Unknown(new Gap.UnknownTool(call.tool()), Bound.ANYTHING, Span.NONE));
    }

    static Place place(String path, String directory, World.Use use, World world) {
        Place from =
                Places.of(
                                Value.exact(directory),
                                Directories.anywhere(directory),
                                World.Use.ENTER,
                                world)
                        .getFirst();
        return Places.of(Value.exact(path), from, use, world).getFirst();
    }

    private static List<Step> steps(Effect effect) {
        return List.of(new Step(effect, Step.Certainty.MUST, 0));
    }
}
