package dev.cattlegrid.policy.rule;

import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Rule;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.EnumSet;
import java.util.Set;

/// What every built-in rule has: its page, its strength, and the topics that it is asked about.
abstract class PagedRule implements Rule {
    private final About about;
    private final Strength strength;
    private final Set<Topic> topics;
    private final long mask;

    PagedRule(Strength strength, Set<Topic> topics, About about) {
        this.about = about;
        this.strength = strength;
        this.topics = EnumSet.copyOf(topics);
        this.mask = Topic.mask(topics);
    }

    @Override
    public final About about() {
        return about;
    }

    @Override
    public final Strength strength() {
        return strength;
    }

    @Override
    public final long mask() {
        return mask;
    }

    @Override
    public final Set<Topic> topics() {
        return topics;
    }
}
