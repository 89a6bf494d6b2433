package dev.cattlegrid.judge;

import dev.cattlegrid.policy.Consulted;
import java.util.List;

/// A model's look at what a tool gave back, where the probe has its doubts.
@FunctionalInterface
public interface SecondLook {
    /// Whether the text gives orders to the agent that reads it.
    ///
    /// @param tool that gave it back
    /// @param pieces of the text, those that the doubts are about
    Seen at(String tool, List<String> pieces);

    /// What the look came to. Without an answer the doubts stay doubts.
    enum Answer {
        ORDERS,
        QUIET,
        NONE
    }

    /// @param consulted what it cost, and why there is no answer
    record Seen(Answer answer, Consulted consulted) {}
}
