package dev.cattlegrid.policy;

/// How much a finding weighs.
public enum Strength {
    /// Said, weighs nothing.
    NOTE,
    /// A person is asked.
    ASK,
    /// Refused, unless an exception or the person's own words clear it.
    SOFT,
    /// Refused; nothing clears it.
    HARD;

    public Verdict verdict() {
        return switch (this) {
            case NOTE -> Verdict.ALLOW;
            case ASK -> Verdict.ASK;
            case SOFT, HARD -> Verdict.DENY;
        };
    }
}
