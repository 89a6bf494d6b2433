package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.shell.Part;
import dev.cattlegrid.shell.Redirect;
import dev.cattlegrid.shell.Span;
import dev.cattlegrid.shell.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Redirections: which descriptors they open, and as what.
final class Redirections {
    private final Walk walk;
    private final Channels channels;

    Redirections(Walk walk) {
        this.walk = walk;
        this.channels = new Channels(walk);
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
        walk.descriptors.opened(pending);
        return new Opened(io, pending, kept);
    }

    private Io open(Redirect redirect, int number, Io io, List<Pending> pending, State s) {
        return switch (redirect.target()) {
            case Redirect.Target.HereDocument(_, boolean quoted, var body, _) ->
                    io.with(number, Channels.reads(hereDocument(quoted, body, s)));
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
                int given = walk.descriptors.given();
                s.set(name, Variable.of(Held.exact(Integer.toString(given))));
                yield given;
            }
        };
    }

    private Io plain(
            Redirect redirect, int number, Arg target, Io io, List<Pending> pending, State s) {
        Span span = redirect.span();
        return switch (redirect.operator()) {
            case IN -> io.with(number, channels.input(target, s, span));
            case OUT, CLOBBER ->
                    io.with(
                            number,
                            channels.output(target, Effect.Write.Manner.CREATE, pending, s, span));
            case APPEND ->
                    io.with(
                            number,
                            channels.output(target, Effect.Write.Manner.APPEND, pending, s, span));
            case IN_OUT -> io.with(number, channels.both(target, pending, s, span));
            case BOTH -> bothOut(target, Effect.Write.Manner.CREATE, io, pending, s, span);
            case BOTH_APPEND -> bothOut(target, Effect.Write.Manner.APPEND, io, pending, s, span);
            case DUPLICATE_IN, DUPLICATE_OUT -> duplicate(redirect, number, target, io, pending, s);
            case HERE_DOCUMENT, HERE_DOCUMENT_STRIPPED, HERE_STRING ->
                    io.with(
                            number,
                            Channels.reads(
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
        Io.Channel channel = channels.output(target, manner, pending, s, span);
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
                        channels.output(
                                target, Effect.Write.Manner.CREATE, pending, s, redirect.span()))
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
}
