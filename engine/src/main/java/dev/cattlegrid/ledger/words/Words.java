package dev.cattlegrid.ledger.words;

import java.util.List;

/// Reads what a person wrote.
public final class Words {
    private Words() {}

    /// What a message forbids, orders and lifts, in its order. What is not understood is left out, so that it allows nothing.
    public static List<Statement> read(String message) {
        return List.of();
    }
}
