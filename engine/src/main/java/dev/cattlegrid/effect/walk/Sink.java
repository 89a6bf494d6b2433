package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where output goes, and what has gone there so far.
final class Sink {
    enum Kind {
        /// The agent sees it.
        SCREEN,
        /// A pipe, a substitution, a file: somebody takes it up.
        TAKEN,
        /// Nobody sees it.
        NOWHERE
    }

    private final Kind kind;
    private final int doubt;
    private final Optional<Endpoint> socket;
    private final Set<Source> sources = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Sink> either;
    private boolean known = true;
    private int version;
    private Optional<Value> value = Optional.empty();

    /// @param doubt how many open questions it lay behind when it was opened
    Sink(Kind kind, int doubt, Optional<Endpoint> socket) {
        this(kind, doubt, socket, List.of());
    }

    private Sink(Kind kind, int doubt, Optional<Endpoint> socket, List<Sink> either) {
        this.either = either;
        this.kind = kind;
        this.doubt = doubt;
        this.socket = socket;
    }

    static Sink screen() {
        return new Sink(Kind.SCREEN, 0, Optional.empty());
    }

    static Sink nowhere() {
        return new Sink(Kind.NOWHERE, 0, Optional.empty());
    }

    static Sink taken(int doubt) {
        return new Sink(Kind.TAKEN, doubt, Optional.empty());
    }

    /// The one or the other: what goes there may have gone to each of them.
    static Sink either(Sink one, Sink other) {
        if (one == other || one.either.contains(other)) {
            return one;
        }
        if (other.either.contains(one)) {
            return other;
        }
        if (one.kind == Kind.NOWHERE && other.kind == Kind.NOWHERE) {
            return one;
        }
        boolean screen = one.isScreen() || other.isScreen();
        return new Sink(
                screen ? Kind.SCREEN : Kind.TAKEN,
                0,
                one.socket.or(other::socket),
                List.of(one, other));
    }

    /// How often something has gone there.
    int version() {
        return version;
    }

    boolean isScreen() {
        return kind == Kind.SCREEN;
    }

    Optional<Endpoint> socket() {
        return socket;
    }

    /// @param now how many open questions the writer lies behind: what may not be written makes the text unknown
    void append(Data data, int now) {
        if (kind == Kind.NOWHERE) {
            return;
        }
        version++;
        for (Sink each : either) {
            each.append(data, Integer.MAX_VALUE);
        }
        value = Optional.empty();
        sources.addAll(data.sources());
        if (data.text().isPresent()
                && (now <= doubt || data.text().get().isEmpty())
                && text.length() + data.text().get().length() <= Values.LONGEST) {
            text.append(data.text().get());
        } else {
            known = false;
        }
    }

    /// What goes there is not known as text, but as a value.
    void append(Held held, int now) {
        boolean first = isEmpty();
        append(new Data(held.sources(), held.value().known()), now);
        value = first && now <= doubt ? Optional.of(held.value()) : Optional.empty();
    }

    /// The one value that went there, where nothing else did.
    Optional<Value> value() {
        return value;
    }

    boolean isEmpty() {
        return known && text.isEmpty() && sources.isEmpty();
    }

    Data data() {
        if (isEmpty()) {
            return Data.NONE;
        }
        return new Data(sources, known ? Optional.of(text.toString()) : Optional.empty());
    }
}
