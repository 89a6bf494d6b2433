package dev.cattlegrid.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The ends of a command's streams: those that it gets, and those that stay here.
///
/// @param given its input, output and errors
/// @param own descriptors among the given that are to be closed here once it has them
/// @param in where its input is written to
/// @param out where its output is read
/// @param err where its errors are read, if apart
record Ends(
        List<Integer> given, List<Integer> own, OptionalInt in, OptionalInt out, OptionalInt err) {
    static Ends open(Command.Streams streams) throws IOException {
        return switch (streams) {
            case INHERITED ->
                    new Ends(
                            List.of(0, 1, 2),
                            List.of(),
                            OptionalInt.empty(),
                            OptionalInt.empty(),
                            OptionalInt.empty());
            case MERGED -> {
                var in = Descriptors.Pipe.open();
                var out = Descriptors.Pipe.open();
                yield new Ends(
                        List.of(in.out(), out.in(), out.in()),
                        List.of(in.out(), out.in()),
                        OptionalInt.of(in.in()),
                        OptionalInt.of(out.out()),
                        OptionalInt.empty());
            }
            case PIPED -> {
                var in = Descriptors.Pipe.open();
                var out = Descriptors.Pipe.open();
                var err = Descriptors.Pipe.open();
                yield new Ends(
                        List.of(in.out(), out.in(), err.in()),
                        List.of(in.out(), out.in(), err.in()),
                        OptionalInt.of(in.in()),
                        OptionalInt.of(out.out()),
                        OptionalInt.of(err.out()));
            }
        };
    }

    /// The same, with one more file that the command gets after the three.
    Ends giving(int descriptor) {
        var all = new ArrayList<>(given);
        all.add(descriptor);
        var owned = new ArrayList<>(own);
        owned.add(descriptor);
        return new Ends(all, owned, in, out, err);
    }

    void closeGiven() {
        own.forEach(Descriptors::close);
    }

    void closeKept() {
        in.ifPresent(Descriptors::close);
        out.ifPresent(Descriptors::close);
        err.ifPresent(Descriptors::close);
    }
}
