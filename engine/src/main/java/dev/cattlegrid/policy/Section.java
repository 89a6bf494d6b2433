package dev.cattlegrid.policy;

/// The four lists of rules in words, by the names that users of the reference system know.
public enum Section {
    /// What the judge may take as the user's own, and what it must take as production.
    ENVIRONMENT("environment"),
    /// Exceptions to what `soft_deny` says.
    ALLOW("allow"),
    /// Refused, unless an exception or the person's own words clear it.
    SOFT_DENY("soft_deny"),
    /// Refused; nothing clears it.
    HARD_DENY("hard_deny");

    private final String key;

    Section(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
