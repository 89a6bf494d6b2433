package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.shell.Span;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A file, connection or pipe that a redirection opened: its data is only known when the last command has written to
/// it, and lies there for others as it grows.
final class Pending {
    /// The list and the line in it of the step that stands for it.
    final Steps steps;

    final int at;
    final Place place;
    final Effect.Write.Manner manner;
    final Sink sink;
    final Span span;

    /// What lay there when it was opened, as far as it stays.
    private Data before;

    private final Set<Made> own = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable Made last;
    private int version = -1;

    Pending(
            Steps steps,
            int at,
            Place place,
            Effect.Write.Manner manner,
            Sink sink,
            Data before,
            Span span) {
        this.steps = steps;
        this.at = at;
        this.place = place;
        this.manner = manner;
        this.sink = sink;
        this.before = before;
        this.span = span;
    }

    /// Whether others have seen it while it was open.
    boolean shared() {
        return last != null;
    }

    /// Notes what lay there when it was opened, which nobody else wrote since.
    void found(@Nullable Made made) {
        if (made != null) {
            own.add(made);
        }
    }

    /// Notes that a file of this state is this one, as it was opened.
    void opened(@Nullable Made made) {
        if (made != null) {
            own.add(made);
            last = made;
            version = sink.version();
        }
    }

    /// What lies there now, after all that has been written; empty files are told by whoever opened them.
    ///
    /// @param there what the state holds of it, which somebody else may have written besides
    @Nullable Made now(@Nullable Made there, boolean fresh) {
        if (sink.version() == 0
                || there != null && there.equals(last) && version == sink.version()) {
            return null;
        }
        if (there != null && !own.contains(there)) {
            before = before.changed().with(there.data().changed());
            last = null;
        }
        Made made = last;
        if (made == null || version != sink.version()) {
            made = Made.file(together(before, sink.data()), true, fresh);
            own.add(made);
            last = made;
            version = sink.version();
        }
        return made;
    }

    /// One behind the other.
    static Data together(Data before, Data data) {
        if (before.text().isPresent() && data.text().isPresent()) {
            return new Data(
                    Held.both(before.sources(), data.sources()),
                    Optional.of(before.text().get() + data.text().get()));
        }
        return before.changed().with(data.changed());
    }
}
