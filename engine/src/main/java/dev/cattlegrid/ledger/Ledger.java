package dev.cattlegrid.ledger;

/// What the gate remembers of a session, as a value; programs around the engine keep it.
public record Ledger() {
    /// A session of which nothing is known yet.
    public static final Ledger EMPTY = new Ledger();
}
