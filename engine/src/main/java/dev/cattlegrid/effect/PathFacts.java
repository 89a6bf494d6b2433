package dev.cattlegrid.effect;

import java.util.Optional;
import java.util.OptionalInt;

/// What was checked about a path.
///
/// @param saved whether what lies there could be had back if it were lost
/// @param ownWork whether this call (or, later, this session) made it
/// @param realPath where symbolic links lead, if elsewhere
/// @param entries how many entries a directory holds, where it was counted
/// @param rights whether the user's own rights, without anybody's beside them, are enough to change what stands there
public record PathFacts(
        Existence existence,
        Kind kind,
        Saved saved,
        boolean ownWork,
        Optional<String> realPath,
        OptionalInt entries,
        Rights rights,
        Fact.Source source) {

    public static final PathFacts UNKNOWN =
            new PathFacts(
                    Existence.UNKNOWN,
                    Kind.UNKNOWN,
                    Saved.UNKNOWN,
                    false,
                    Optional.empty(),
                    OptionalInt.empty(),
                    Rights.UNKNOWN,
                    Fact.Source.UNKNOWN);

    public enum Existence {
        PRESENT,
        ABSENT,
        UNKNOWN
    }

    public enum Kind {
        FILE,
        DIRECTORY,
        /// A FIFO, a socket, a device.
        SPECIAL,
        UNKNOWN
    }

    public enum Saved {
        /// There is nothing to lose.
        NOTHING,
        /// Tracked by git and clean: `git checkout` brings it back.
        TRACKED_CLEAN,
        /// Tracked by git, with changes that are nowhere else.
        MODIFIED,
        /// In a repository, not tracked, not ignored.
        UNTRACKED,
        /// Ignored by git and not known to be made again by a tool.
        IGNORED,
        /// Ignored or conventional output that a known tool makes again.
        REBUILDABLE,
        /// Several of these, the worst being work that is nowhere else.
        MIXED,
        /// Not in a repository.
        UNVERSIONED,
        UNKNOWN
    }

    public enum Rights {
        GRANTED,
        REFUSED,
        UNKNOWN
    }

    /// The same, made by this call.
    public PathFacts asOwnWork() {
        return new PathFacts(existence, kind, saved, true, realPath, entries, rights, source);
    }

    /// Whether a loss here could be undone: computed, never assumed.
    public boolean canBeRestored() {
        if (ownWork) {
            return true;
        }
        return switch (saved) {
            case NOTHING, TRACKED_CLEAN, REBUILDABLE -> true;
            case MODIFIED, UNTRACKED, IGNORED, MIXED, UNVERSIONED, UNKNOWN -> false;
        };
    }
}
