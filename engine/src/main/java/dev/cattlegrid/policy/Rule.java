package dev.cattlegrid.policy;

import java.util.Set;
import java.util.stream.Stream;

/// Looks for one thing; its page, its examples and its strength stand with it.
public interface Rule {
    About about();

    /// How much each of its findings weighs, before a layer raises it.
    Strength strength();

    /// It is asked only about calls that hold at least one of these.
    Set<Topic> topics();

    /// What it finds, in the order of the effects.
    Stream<Finding> look(Facts facts);
}
