package dev.cattlegrid.session;

import java.time.Instant;

/// Something of a session that does not fit what the gate answered.
///
/// @param what one lower-case sentence without a full stop
/// @param told whether the host has been told
public record Irregular(Kind kind, String what, Instant at, boolean told) {
    public enum Kind {
        /// A call ran that the gate was not asked about.
        UNASKED,
        /// A call ran that the gate had refused.
        REFUSED_RAN,
        /// The client runs in a mode in which it asks nobody itself.
        BYPASS,
        /// Settings were changed that keep the client from asking the gate.
        SETTINGS;

        public String text() {
            return switch (this) {
                case UNASKED -> "unasked";
                case REFUSED_RAN -> "refused-ran";
                case BYPASS -> "bypass";
                case SETTINGS -> "settings";
            };
        }
    }

    /// Whether it is the same thing, at whatever time.
    public boolean isSame(Irregular other) {
        return kind == other.kind && what.equals(other.what);
    }

    Irregular toldNow() {
        return new Irregular(kind, what, at, true);
    }
}
