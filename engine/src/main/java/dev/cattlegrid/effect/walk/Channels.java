package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Endpoints;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the target of a redirection is opened as: a file, a connection, another descriptor.
record Channels(Walk walk) {
    private static final Bound WRITES = new Bound(Set.of(Bound.Kind.WRITE), Optional.empty());

    Io.Channel input(Arg target, State s, Span span) {
        Optional<Endpoint> socket = socket(target);
        if (socket.isPresent()) {
            return connect(socket.get(), new ArrayList<>(), span, true, false);
        }
        Data data = Data.NONE;
        for (Place place : Places.of(target.value(), s.directory, World.Use.READ, walk.world)) {
            data = data.with(read(place, s, span));
        }
        return reads(data);
    }

    static Io.Channel reads(Data data) {
        return new Io.Channel(new Io.Input(data, true), Sink.nowhere());
    }

    private Data read(Place place, State s, Span span) {
        boolean pipe = s.files().containsKey(place.path()) && Pipes.isPipe(place.path());
        if (pipe) {
            return walk.contents.content(place);
        }
        if (place.is(Standing.SINK)) {
            return switch (place.path()) {
                case "/dev/null" -> Data.NONE;
                case "/dev/stdin" -> s.io.in().data();
                default ->
                        descriptor(place)
                                .map(number -> s.io.channel(number).in().data())
                                .orElseGet(() -> Data.of(new Source.File(place)));
            };
        }
        walk.note(new Effect.Read(place, span));
        return walk.contents.content(place);
    }

    Io.Channel output(
            Arg target, Effect.Write.Manner manner, List<Pending> pending, State s, Span span) {
        // A directory cannot be opened for writing, whatever it is called: open(2), EISDIR.
        if (target.value() instanceof Value.Exact(var text)
                && (text.equals("/dev/null") || text.endsWith("/"))) {
            return new Io.Channel(Io.Input.NONE, Sink.nowhere());
        }
        Optional<Endpoint> socket = socket(target);
        if (socket.isPresent()) {
            return connect(socket.get(), pending, span, false, true);
        }
        World.Use use = manner == Effect.Write.Manner.CREATE ? World.Use.CREATE : World.Use.CHANGE;
        Sink sink = Sink.taken(walk.doubt);
        for (Place place : Places.of(target.value(), s.directory, use, walk.world)) {
            boolean pipe = Pipes.isPipe(place.path()) && s.files().containsKey(place.path());
            if (pipe) {
                pending.add(new Pending(walk.notes(), -1, place, manner, sink, Data.NONE, span));
                continue;
            }
            if (place.is(Standing.SINK)) {
                return new Io.Channel(Io.Input.NONE, terminal(place, s));
            }
            int at = walk.note(new Effect.Write(place, manner, Data.NONE, span));
            pending.add(
                    new Pending(
                            walk.notes(), at, place, manner, sink, kept(place, manner, s), span));
            if (place.sure() instanceof Place.Sure.Unresolved) {
                walk.note(new Effect.Unknown(new Gap.UnknownValue(why(target)), WRITES, span));
            }
        }
        return new Io.Channel(Io.Input.NONE, sink);
    }

    Io.Channel both(Arg target, List<Pending> pending, State s, Span span) {
        Optional<Endpoint> socket = socket(target);
        if (socket.isPresent()) {
            return connect(socket.get(), pending, span, true, true);
        }
        Io.Channel in = input(target, s, span);
        Io.Channel out = output(target, Effect.Write.Manner.EDIT, pending, s, span);
        return new Io.Channel(in.in(), out.out());
    }

    private Io.Channel connect(
            Endpoint end, List<Pending> pending, Span span, boolean in, boolean out) {
        Sink sink = new Sink(Sink.Kind.TAKEN, walk.doubt, Optional.of(end));
        if (out) {
            int at = walk.note(new Effect.Send(end, end.scheme(), Data.NONE, span));
            pending.add(
                    new Pending(
                            walk.notes(),
                            at,
                            Directories.anywhere(end.url()),
                            Effect.Write.Manner.APPEND,
                            sink,
                            Data.NONE,
                            span));
        }
        if (in) {
            walk.note(new Effect.Receive(end, span));
        }
        return new Io.Channel(new Io.Input(Data.of(new Source.Network(end)), true), sink);
    }

    private static Optional<Endpoint> socket(Arg target) {
        String prefix = target.value().prefix();
        for (String scheme : List.of("tcp", "udp")) {
            String start = "/dev/" + scheme + "/";
            if (prefix.startsWith(start)) {
                String rest = prefix.substring(start.length());
                int slash = rest.indexOf('/');
                String host = slash < 0 ? rest : rest.substring(0, slash);
                String port = slash < 0 ? "" : rest.substring(slash + 1);
                Value end =
                        target.value().known().isPresent()
                                ? Value.exact(host + ":" + port)
                                : new Value.Partial(slash < 0 ? "" : host + ":", "", "the host");
                return Optional.of(Endpoints.of(end, scheme));
            }
        }
        return Optional.empty();
    }

    private static Sink terminal(Place place, State s) {
        return switch (place.path()) {
            case "/dev/stdout" -> s.io.out();
            case "/dev/stderr" -> s.io.err();
            case "/dev/tty" -> Sink.screen();
            default -> descriptor(place).map(n -> s.io.channel(n).out()).orElseGet(Sink::nowhere);
        };
    }

    /// The number in the name of a descriptor.
    static Optional<Integer> descriptor(Place place) {
        String path = place.path();
        for (String start : List.of("/dev/fd/", "/proc/self/fd/")) {
            if (path.startsWith(start)) {
                return Numbers.decimal(path.substring(start.length()))
                        .filter(number -> number >= 0 && number < 10_000)
                        .map(Long::intValue);
            }
        }
        return Optional.empty();
    }

    /// What lies there before and stays there when a file is opened like this.
    private Data kept(Place place, Effect.Write.Manner manner, State s) {
        return switch (manner) {
            case CREATE, DESTROY -> Data.NONE;
            case APPEND, DIRECTORY -> walk.contents.before(place, s.files().get(place.path()));
            case EDIT -> walk.contents.content(place).changed();
        };
    }

    private static String why(Arg target) {
        String why = Values.why(target.value());
        return why.isEmpty() ? "the working directory is not known" : why;
    }
}
