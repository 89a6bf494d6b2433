package dev.cattlegrid.policy;

import java.util.stream.Stream;

/// Looks for one thing; its page, its examples and its strength stand with it.
public interface Rule {
    About about();

    /// What it finds, in the order of the effects.
    Stream<Finding> look(Facts facts);
}
