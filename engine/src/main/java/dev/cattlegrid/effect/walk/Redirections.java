package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Endpoints;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Part;
import dev.cattlegrid.shell.Redirect;
import dev.cattlegrid.shell.Span;
import dev.cattlegrid.shell.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Redirections: the files and connections that they open, and what is read and written through them.
final class Redirections {
    private static final Bound WRITES = new Bound(Set.of(Bound.Kind.WRITE), Optional.empty());

    private final Walk walk;

    /// What is open: commands may read by its name what others wrote through a descriptor.
    private final List<Pending> live = new ArrayList<>();

    Redirections(Walk walk) {
        this.walk = walk;
    }

    /// What redirections opened.
    ///
    /// @param pending writes whose data is only known when the command is over
    /// @param kept the descriptors that were given a name: they stay open
    record Opened(Io io, List<Pending> pending, Set<Integer> kept) {}

    Opened open(List<Redirect> redirects, State s) {
        Io io = s.io;
        Set<Integer> kept = Set.of();
        var pending = new ArrayList<Pending>(redirects.size());
        for (Redirect redirect : redirects) {
            int number = number(redirect, s);
            if (redirect.from().orElse(null) instanceof Redirect.Descriptor.Variable) {
                kept = new HashSet<>(kept);
                kept.add(number);
            }
            io = open(redirect, number, io, pending, s);
        }
        pending.forEach(each -> each.found(s.files().get(each.place.path())));
        live.addAll(pending);
        return new Opened(io, pending, kept);
    }

    private Io open(Redirect redirect, int number, Io io, List<Pending> pending, State s) {
        return switch (redirect.target()) {
            case Redirect.Target.HereDocument(_, boolean quoted, var body, _) ->
                    io.with(number, reads(hereDocument(quoted, body, s)));
            case Redirect.Target.Plain(var word) ->
                    plain(redirect, number, walk.expansion.one(word, s), io, pending, s);
        };
    }

    private Data hereDocument(boolean quoted, Word body, State s) {
        if (quoted) {
            return Data.spelled(body.literal().orElseGet(() -> plainText(body)));
        }
        return walk.expansion.inside(body, s).data();
    }

    private static String plainText(Word body) {
        var text = new StringBuilder();
        body.parts()
                .forEach(part -> {
                    if (part instanceof Part.Literal(var piece, _)) {
                        text.append(piece);
                    }
                });
        return text.toString();
    }

    private static Io.Channel reads(Data data) {
        return new Io.Channel(new Io.Input(data, true), Sink.nowhere());
    }

    private int number(Redirect redirect, State s) {
        boolean input =
                switch (redirect.operator()) {
                    case IN,
                            IN_OUT,
                            DUPLICATE_IN,
                            HERE_DOCUMENT,
                            HERE_DOCUMENT_STRIPPED,
                            HERE_STRING ->
                            true;
                    case OUT, APPEND, CLOBBER, DUPLICATE_OUT, BOTH, BOTH_APPEND -> false;
                };
        if (redirect.from().isEmpty()) {
            return input ? 0 : 1;
        }
        return switch (redirect.from().get()) {
            case Redirect.Descriptor.Number(int value) -> value;
            case Redirect.Descriptor.Variable(var name) -> {
                boolean closes =
                        redirect.target() instanceof Redirect.Target.Plain(var word)
                                && word.literal().filter("-"::equals).isPresent();
                Optional<Integer> held =
                        closes
                                ? s.variable(name)
                                        .flatMap(variable -> variable.scalar().value().known())
                                        .flatMap(Numbers::decimal)
                                        .map(Long::intValue)
                                : Optional.empty();
                if (held.isPresent()) {
                    yield held.get();
                }
                int given = given();
                s.set(name, Variable.of(Held.exact(Integer.toString(given))));
                yield given;
            }
        };
    }

    private Io plain(
            Redirect redirect, int number, Arg target, Io io, List<Pending> pending, State s) {
        Span span = redirect.span();
        return switch (redirect.operator()) {
            case IN -> io.with(number, input(target, s, span));
            case OUT, CLOBBER ->
                    io.with(number, output(target, Effect.Write.Manner.CREATE, pending, s, span));
            case APPEND ->
                    io.with(number, output(target, Effect.Write.Manner.APPEND, pending, s, span));
            case IN_OUT -> io.with(number, both(target, pending, s, span));
            case BOTH -> bothOut(target, Effect.Write.Manner.CREATE, io, pending, s, span);
            case BOTH_APPEND -> bothOut(target, Effect.Write.Manner.APPEND, io, pending, s, span);
            case DUPLICATE_IN, DUPLICATE_OUT -> duplicate(redirect, number, target, io, pending, s);
            case HERE_DOCUMENT, HERE_DOCUMENT_STRIPPED, HERE_STRING ->
                    io.with(
                            number,
                            reads(
                                    new Data(
                                            target.data().sources(),
                                            target.value().known().map(text -> text + "\n"))));
        };
    }

    private Io bothOut(
            Arg target,
            Effect.Write.Manner manner,
            Io io,
            List<Pending> pending,
            State s,
            Span span) {
        Io.Channel channel = output(target, manner, pending, s, span);
        return io.with(1, channel).with(2, channel);
    }

    private Io duplicate(
            Redirect redirect, int number, Arg target, Io io, List<Pending> pending, State s) {
        Optional<String> text = target.value().known();
        if (text.isPresent() && text.get().equals("-")) {
            return io.with(number, new Io.Channel(Io.Input.NONE, Sink.nowhere()));
        }
        String digits =
                text.map(t -> t.endsWith("-") ? t.substring(0, t.length() - 1) : t).orElse("");
        Optional<Long> from = Numbers.decimal(digits).filter(n -> n >= 0 && n < 10_000);
        if (from.isPresent()) {
            return io.with(number, duplicated(io.channel(from.get().intValue())));
        }
        boolean out = redirect.operator() == Redirect.Operator.DUPLICATE_OUT;
        if (out && redirect.from().isEmpty() && text.isPresent()) {
            return bothOut(target, Effect.Write.Manner.CREATE, io, pending, s, redirect.span());
        }
        return text.isEmpty() && out
                ? io.with(
                        number,
                        output(target, Effect.Write.Manner.CREATE, pending, s, redirect.span()))
                : io;
    }

    /// A copy of a connection can be read as well as written.
    private static Io.Channel duplicated(Io.Channel channel) {
        return channel.out()
                .socket()
                .map(end ->
                        new Io.Channel(
                                new Io.Input(Data.of(new Source.Network(end)), true),
                                channel.out()))
                .orElse(channel);
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

    private Io.Channel input(Arg target, State s, Span span) {
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

    private Data read(Place place, State s, Span span) {
        boolean pipe = s.files().containsKey(place.path()) && Programming.isPipe(place.path());
        if (pipe) {
            return content(place);
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
        return content(place);
    }

    /// What a file gives to whoever reads it.
    Data content(Place place) {
        Optional<String> text =
                place.isExact()
                                && walk.world.content(place.path())
                                        instanceof World.Content.Text(var all, _)
                                && all.length() <= Values.LONGEST
                        ? Optional.of(all)
                        : Optional.empty();
        return resolved(new Data(Set.of(new Source.File(place)), text));
    }

    private Io.Channel both(Arg target, List<Pending> pending, State s, Span span) {
        Optional<Endpoint> socket = socket(target);
        if (socket.isPresent()) {
            return connect(socket.get(), pending, span, true, true);
        }
        Io.Channel in = input(target, s, span);
        Io.Channel out = output(target, Effect.Write.Manner.EDIT, pending, s, span);
        return new Io.Channel(in.in(), out.out());
    }

    private Io.Channel output(
            Arg target, Effect.Write.Manner manner, List<Pending> pending, State s, Span span) {
        if (target.value() instanceof Value.Exact(var text) && text.equals("/dev/null")) {
            return new Io.Channel(Io.Input.NONE, Sink.nowhere());
        }
        Optional<Endpoint> socket = socket(target);
        if (socket.isPresent()) {
            return connect(socket.get(), pending, span, false, true);
        }
        World.Use use = manner == Effect.Write.Manner.CREATE ? World.Use.CREATE : World.Use.CHANGE;
        Sink sink = Sink.taken(walk.doubt);
        for (Place place : Places.of(target.value(), s.directory, use, walk.world)) {
            boolean pipe = Programming.isPipe(place.path()) && s.files().containsKey(place.path());
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

    private static String why(Arg target) {
        String why = Values.why(target.value());
        return why.isEmpty() ? "the working directory is not known" : why;
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
            case APPEND -> before(place, s.files().get(place.path()));
            case EDIT -> content(place).changed();
        };
    }

    /// The command is over: what it wrote is known now, and lies in the files.
    ///
    /// @param program whose messages went to standard error; may be empty
    void close(Opened opened, State s, String program) {
        for (Pending each : opened.pending()) {
            live.remove(each);
            if (each.sink == opened.io().err()
                    && each.sink != opened.io().out()
                    && !program.isEmpty()) {
                each.sink.append(Data.of(new Source.Program(program)), walk.doubt);
            }
            if (told(each)) {
                continue;
            }
            if (each.shared()) {
                share(each, s);
            } else {
                wrote(each.place, each.manner, each.sink.data(), true, false, s);
            }
        }
    }

    /// Puts what has been written so far into the step that stands for it.
    ///
    /// @return whether that is all: a connection holds nothing
    private static boolean told(Pending each) {
        Data data = each.sink.data();
        if (each.sink.socket().isPresent()) {
            if (each.at >= 0 && each.steps.effect(each.at) instanceof Effect.Send send) {
                each.steps.replace(
                        each.at, new Effect.Send(send.to(), send.verb(), data, each.span));
            }
            return true;
        }
        boolean empty = data.equals(Data.NONE) && each.manner == Effect.Write.Manner.CREATE;
        Data held = empty ? Data.spelled("") : data;
        each.steps.replace(each.at, new Effect.Write(each.place, each.manner, held, each.span));
        return false;
    }

    /// `exec`: what was opened stays open until the shell ends.
    void keep(Opened opened, State s) {
        for (Pending each : opened.pending()) {
            each.opened(s.files().get(each.place.path()));
            live.add(each);
        }
    }

    /// The descriptors after a command with redirections.
    void restore(Io before, Opened opened, State s) {
        Io.Input from = opened.io().in();
        Io.Input to = s.io.in();
        s.io = s.io.after(before, opened.io(), opened.kept());
        if (!from.equals(to) && !from.equals(before.in())) {
            s.io = s.io.moved(from, to);
        }
        if (!opened.kept().isEmpty()) {
            keep(opened, s);
        }
        if (walk.failed != null) {
            walk.failed.io = s.io;
        }
        if (walk.unlikely != null) {
            walk.unlikely.io = s.io;
        }
    }

    /// A pipe to a process beside the shell.
    Sink pipe(int number, State s) {
        Place place =
                Places.of(
                                Value.exact("/dev/fd/" + number),
                                s.directory,
                                World.Use.CREATE,
                                walk.world)
                        .getFirst();
        Sink sink = Sink.taken(walk.doubt);
        var pending =
                new Pending(
                        walk.notes(),
                        -1,
                        place,
                        Effect.Write.Manner.CREATE,
                        sink,
                        Data.NONE,
                        Span.NONE);
        s.made(place.path(), Made.file(Data.NONE, true, true));
        pending.found(s.files().get(place.path()));
        live.add(pending);
        return sink;
    }

    int given() {
        walk.fresh++;
        return 9 + walk.fresh;
    }

    /// How many are open.
    int opened() {
        return live.size();
    }

    /// Lets the next command see what has gone through open descriptors so far.
    void share(State s) {
        if (!live.isEmpty()) {
            for (Pending each : live) {
                if (each.sink.version() > 0 && !told(each)) {
                    share(each, s);
                }
            }
        }
        walk.programs.behind(s);
    }

    private static void share(Pending each, State s) {
        if (!each.place.isExact()) {
            return;
        }
        Made there = s.files().get(each.place.path());
        boolean fresh =
                there != null && there.certain() ? there.fresh() : Made.isFresh(each.place.facts());
        Made now = each.now(there, fresh);
        if (now != null) {
            s.made(each.place.path(), now);
        }
    }

    /// A shell is over, and what it opened is closed.
    void ended(int before, State s) {
        share(s);
        while (live.size() > before) {
            live.removeLast();
        }
    }

    /// Notes that a file holds something else now.
    ///
    /// @param directory whether it may be a directory
    void wrote(
            Place place,
            Effect.Write.Manner manner,
            Data data,
            boolean certain,
            boolean directory,
            State s) {
        if (!place.isExact()) {
            return;
        }
        Made old = s.files().get(place.path());
        boolean fresh =
                old != null && old.certain()
                        ? old.fresh()
                        : manner != Effect.Write.Manner.EDIT && Made.isFresh(place.facts());
        Data now =
                switch (manner) {
                    case CREATE, DESTROY -> data;
                    case APPEND -> appended(place, old, data);
                    case EDIT -> content(place).changed().with(data.changed());
                };
        Made made = new Made(now, certain, fresh, directory && now.text().isEmpty(), false);
        s.made(place.path(), certain || old == null ? made : old.or(made));
    }

    private Data appended(Place place, @Nullable Made old, Data data) {
        return Pending.together(before(place, old), data);
    }

    private Data before(Place place, @Nullable Made old) {
        return old == null && place.facts().existence() == PathFacts.Existence.ABSENT
                ? Data.NONE
                : content(place);
    }

    /// The same data, with the origins of each file that this call wrote among its sources.
    Data resolved(Data data) {
        if (walk.at().files().isEmpty()) {
            return data;
        }
        Set<Source> more = new HashSet<>();
        for (Source source : data.sources()) {
            if (source instanceof Source.File(var place) && place.isExact()) {
                walk.world.made(place.path()).ifPresent(made -> more.addAll(made.data().sources()));
            }
        }
        return more.isEmpty() ? data : new Data(Held.both(data.sources(), more), data.text());
    }
}
