package dev.cattlegrid.effect;

/// An effect in the course of a call.
///
/// @param order steps of the same number may happen in any order
public record Step(Effect effect, Certainty certainty, int order) {
    public enum Certainty {
        /// It happens whenever the call runs to its end.
        MUST,
        /// It may happen: another branch, a loop that may not be entered.
        MAY
    }
}
