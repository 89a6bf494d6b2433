package dev.cattlegrid.effect;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What something unknown could be at most.
///
/// @param kinds the kinds of effects it could have
/// @param below the path that none of them leaves, where there is one
public record Bound(Set<Kind> kinds, Optional<Place> below) {
    /// Anything at all.
    public static final Bound ANYTHING = new Bound(EnumSet.allOf(Kind.class), Optional.empty());

    /// Reads of local files, shown to the agent.
    public static final Bound READS = new Bound(EnumSet.of(Kind.READ), Optional.empty());

    public Bound {
        kinds = Set.copyOf(kinds);
    }

    /// The kinds of effects, coarsely.
    public enum Kind {
        READ,
        WRITE,
        DELETE,
        RUN,
        SEND,
        RECEIVE,
        CHANGE_SYSTEM,
        CHANGE_REMOTE
    }
}
