package dev.cattlegrid.policy;

/// What a call may do, from mild to strict.
public enum Verdict {
    ALLOW,
    ASK,
    DENY;

    public Verdict strictest(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// As it is written: `allow`, `ask`, `deny`.
    public String text() {
        return switch (this) {
            case ALLOW -> "allow";
            case ASK -> "ask";
            case DENY -> "deny";
        };
    }
}
