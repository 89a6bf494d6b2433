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

    /// Its topics as a mask of their bits.
    default long mask() {
        return Topic.mask(topics());
    }

    /// Whether there can be anything to find in a call that holds such a thing.
    default boolean applies(Facts facts) {
        return true;
    }

    /// What it finds, in the order of the effects.
    Stream<Finding> look(Facts facts);
}
