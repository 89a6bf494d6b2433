package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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

        Input(Data data, boolean piped) {
            this(data, piped, Optional.empty());
        }
    }

    /// A descriptor of which both directions may be used.
    record Channel(Input in, Sink out) {}

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
