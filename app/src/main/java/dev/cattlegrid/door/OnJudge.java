package dev.cattlegrid.door;

import dev.cattlegrid.judge.Terms;
import java.util.Optional;

/// What a file of settings says under `[judge]`.
///
/// @param said whether it speaks of a judge at all
/// @param terms on which one is asked; nothing where none is to be asked
record OnJudge(boolean said, Optional<Terms> terms) {
    static final OnJudge NOTHING = new OnJudge(false, Optional.empty());

    /// Nobody is to be asked.
    static final OnJudge NOBODY = new OnJudge(true, Optional.empty());

    static OnJudge of(Terms terms) {
        return new OnJudge(true, Optional.of(terms));
    }
}
