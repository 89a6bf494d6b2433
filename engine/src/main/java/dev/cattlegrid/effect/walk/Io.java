package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The open descriptors of a shell or a command.
///
/// @param others descriptors from 3 on
record Io(Input in, Sink out, Sink err, Map<Integer, Channel> others) {
    /// What can be read.
    ///
    /// @param piped whether it is a pipe, a here-document or a file of this call
    /// @param lines what each line of it looks like, where that is known though the text is not
    record Input(Data data, boolean piped, Optional<Value> lines) {
        static final Input NONE = new Input(Data.NONE, false);

        /// A terminal that stays open after the call: what is typed into it then, nobody knows yet.
        static final Input TYPED = new Input(new Data(Set.of(), Optional.empty()), false);

        Input(Data data, boolean piped) {
            this(data, piped, Optional.empty());
        }

        Input or(Input other) {
            return equals(other) ? this : new Input(data.with(other.data), piped || other.piped);
        }
    }

    /// A descriptor of which both directions may be used.
    record Channel(Input in, Sink out) {
        Channel or(Channel other) {
            return equals(other) ? this : new Channel(in.or(other.in), Sink.either(out, other.out));
        }
    }

    static final Channel CLOSED = new Channel(Input.NONE, Sink.nowhere());

    Io {
        others = Map.copyOf(others);
    }

    static Io of(Input in, Sink out, Sink err) {
        return new Io(in, out, err, Map.of());
    }

    Io in(Input other) {
        return new Io(other, out, err, others);
    }

    Io out(Sink other) {
        return new Io(in, other, err, others);
    }

    Io err(Sink other) {
        return new Io(in, out, other, others);
    }

    /// A command with redirections is over: what they stood for is again what it was, and all else stays as it is now.
    ///
    /// @param kept the descriptors that a redirection with a name gave out: they stay
    Io after(Io before, Io opened, Set<Integer> kept) {
        Io result =
                new Io(
                        opened.in.equals(before.in) ? in : before.in,
                        opened.out == before.out ? out : before.out,
                        opened.err == before.err ? err : before.err,
                        others);
        if (opened.others.equals(before.others)) {
            return result;
        }
        var more = new HashMap<>(others);
        opened.others.forEach((number, channel) -> {
            Channel was = before.others.get(number);
            if (!channel.equals(was) && !kept.contains(number)) {
                if (was == null) {
                    more.remove(number);
                } else {
                    more.put(number, was);
                }
            }
        });
        return new Io(result.in, result.out, result.err, more);
    }

    /// Whatever read a copy of a descriptor has moved that on as well.
    Io moved(Input from, Input to) {
        if (from.equals(to) || from.equals(Input.NONE)) {
            return this;
        }
        var more = new HashMap<Integer, Channel>();
        others.forEach((number, channel) ->
                more.put(number, channel.in.equals(from) ? new Channel(to, channel.out) : channel));
        return new Io(in.equals(from) ? to : in, out, err, more);
    }

    /// The same streams, with the descriptors of another besides.
    Io beside(Io other) {
        return others.equals(other.others)
                ? this
                : new Io(in, out, err, either(others, other.others));
    }

    Io or(Io other) {
        if (equals(other)) {
            return this;
        }
        return new Io(
                in.or(other.in),
                Sink.either(out, other.out),
                Sink.either(err, other.err),
                either(others, other.others));
    }

    /// The descriptors of a process that may not even be started.
    Map<Integer, Channel> doubtful() {
        return either(others, Map.of());
    }

    private static Map<Integer, Channel> either(
            Map<Integer, Channel> one, Map<Integer, Channel> other) {
        if (one.equals(other)) {
            return one;
        }
        var all = new HashMap<>(one);
        all.replaceAll((number, channel) -> channel.or(other.getOrDefault(number, CLOSED)));
        other.forEach((number, channel) -> all.putIfAbsent(number, channel.or(CLOSED)));
        return all;
    }

    Channel channel(int number) {
        return switch (number) {
            case 0 -> new Channel(in, Sink.nowhere());
            case 1 -> new Channel(Input.NONE, out);
            case 2 -> new Channel(Input.NONE, err);
            default -> {
                Channel other = others.get(number);
                yield other == null ? new Channel(Input.NONE, Sink.nowhere()) : other;
            }
        };
    }

    Io with(int number, Channel channel) {
        return switch (number) {
            case 0 -> in(channel.in());
            case 1 -> out(channel.out());
            case 2 -> err(channel.out());
            default -> {
                var more = new HashMap<>(others);
                more.put(number, channel);
                yield new Io(in, out, err, more);
            }
        };
    }
}
