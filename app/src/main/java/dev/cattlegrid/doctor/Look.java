package dev.cattlegrid.doctor;

import java.util.Optional;

/// One thing that was looked at.
///
/// @param about one word: `launcher`, `settings`
/// @param says one lower-case sentence without a full stop
/// @param mend the command, or the step, that mends it
record Look(String about, State state, String says, Optional<String> mend) {
    enum State {
        WELL,
        /// Worth knowing, and nothing that is unprotected for it.
        NOTE,
        /// Something is not protected.
        WRONG
    }

    static Look well(String about, String says) {
        return new Look(about, State.WELL, says, Optional.empty());
    }

    static Look note(String about, String says) {
        return new Look(about, State.NOTE, says, Optional.empty());
    }

    static Look wrong(String about, String says, String mend) {
        return new Look(about, State.WRONG, says, Optional.of(mend));
    }
}
