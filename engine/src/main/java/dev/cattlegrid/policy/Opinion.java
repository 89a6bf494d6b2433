package dev.cattlegrid.policy;

/// What a judge says of an open question.
public sealed interface Opinion {
    /// @param reason one sentence
    record Given(Verdict verdict, String reason) implements Opinion {}

    /// No judge is there, or it gave no answer that counts; never an allow.
    ///
    /// @param code `no-judge`, `unavailable`, `unparsable`
    record Absent(String code, String why) implements Opinion {}
}
