package dev.cattlegrid.policy;

import dev.cattlegrid.effect.Effect;
import java.util.Optional;

/// Somebody's leave: the person's own words, a grant, an `allow` rule of the settings.
///
/// A policy asks its clearings only about findings that may be cleared at all: see [Clearances].
public interface Clearing {
    /// What clears a finding, if this does. It has to be about the finding's own effect and name its very targets.
    Optional<Clearance> clears(Finding finding, Facts facts);

    /// What vouches for an effect of which no rule finds anything and which nobody else vouches for, if this does.
    default Optional<Clearance> vouches(Effect effect, Facts facts) {
        return Optional.empty();
    }

    /// A leave that a decision rests on.
    ///
    /// @param by whose it is
    /// @param id by which its uses are counted: the number of a consent, the id of a grant; empty where nobody counts
    /// @param reason as it is cited: "you said: push main"
    record Clearance(By by, String id, String reason) {
        public enum By {
            WORDS,
            GRANT,
            SETTING,
            /// An `allow` rule with a condition.
            RULE,
            /// Nobody's: the sandbox that the call runs in keeps the effect from happening.
            SANDBOX
        }
    }
}
