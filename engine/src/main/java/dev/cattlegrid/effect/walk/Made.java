package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.PathFacts;

/// What this call did to a path.
///
/// @param data what the file holds now
/// @param certain whether that has certainly happened by now
/// @param fresh whether nothing was there before, so that nothing of anybody else's is lost with it
/// @param directory whether it is (or may be) a directory that the call filled
/// @param gone whether it was taken away
record Made(Data data, boolean certain, boolean fresh, boolean directory, boolean gone) {
    static Made file(Data data, boolean certain, boolean fresh) {
        return new Made(data, certain, fresh, false, false);
    }

    /// Whether nothing of anybody else's can be lost with a file that is written where this was known: it is not there
    /// yet, or this call's own; or it is not known to be there, and git has it if it is.
    static boolean isFresh(PathFacts before) {
        return before.ownWork()
                || switch (before.existence()) {
                    case ABSENT -> true;
                    case UNKNOWN -> before.saved() == PathFacts.Saved.TRACKED_CLEAN;
                    case PRESENT -> false;
                };
    }

    Made or(Made other) {
        if (equals(other)) {
            return this;
        }
        Data both = data.equals(other.data) ? data : data.changed().with(other.data.changed());
        return new Made(
                both,
                certain && other.certain && gone == other.gone && data.equals(other.data),
                fresh && other.fresh,
                directory || other.directory,
                gone && other.gone);
    }

    Made doubtful() {
        return new Made(data, false, fresh, directory, gone);
    }
}
